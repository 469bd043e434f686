import Knowledge
import PatientRecord
import TestKit
import Time

@testable import Care

/// Signals and a plan with everything in them that a reader may or must not see.
enum SignalPartFixture {
  /// Two positive answers, a skipped one, a screen in its highest band, and a corrected answer.
  static func signals(_ knowledge: Knowledge, hasPlan: Bool = false) throws -> SignalsPart {
    let answers: [(InstrumentID, [ItemID: Int], Int?)] = [
      ("phq9", ["q9": 2], nil), ("phq9", ["q9": 1], nil), ("phq9", ["q1": 0], nil),
      ("cssrs-screener", ["q1": 1, "q2": 1, "q4": 1], nil), ("phq9", ["q9": 3], nil),
      ("phq9", ["q9": 0], 5),
    ]
    var entries: [Entry] = []
    for (index, (instrument, given, supersedes)) in answers.enumerated() {
      let form = try Response(instrument: instrument, content: .answers(given))
      entries.append(
        .sample(
          .response(form), index + 1, at: Instant.sample.advanced(byDays: Double(2 * index)),
          supersedes: supersedes))
    }
    let chart = Chart(entries: entries, patient: .sample, knowledge: knowledge)
    // A later known answer would settle the skipped one, so it is made to stand.
    let all = SafetySignals.derive(from: chart, using: knowledge).map { signal in
      var copy = signal
      if case .answeredLater = copy.standing { copy.standing = .open }
      return copy
    }
    return SignalsPart(signals: all.sorted(by: SafetySignal.comesFirst), hasPlan: hasPlan)
  }

  static func plan(lines: [String] = ["I stop sleeping", "I stop eating"]) -> SafetyPlanPart {
    SafetyPlanPart(
      day: Fixture.day(3),
      components: [
        .init(
          title: "How I notice that it gets hard", prompt: "Thoughts.", lines: lines,
          isOptional: false),
        .init(
          title: "People I can ask for help", prompt: "Who may know.", lines: [], isOptional: false),
        .init(
          title: "What is worth living for", prompt: "What matters.", lines: [], isOptional: true),
      ])
  }
}
