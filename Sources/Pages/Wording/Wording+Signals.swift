import Care
import PatientRecord

extension Wording {
  func signalsSummary(_ part: SignalsPart) -> [String] {
    let open = part.open
    let unknown = open.count { $0.finding == .unknown }
    let verb = open.count == 1 ? "is" : "are"
    let first =
      open.isEmpty
      ? "No signal is open."
      : "\(CountText.of(open.count, "signal")) \(verb) open, the most urgent first, then the oldest."
    let marked = part.signals.count - open.count
    return [first]
      + (unknown > 0
        ? ["\(CountText.grouped(unknown)) of them unknown: a question has no answer."] : [])
      + (marked > 0
        ? [
          "\(CountText.grouped(marked)) more closed, answered later, corrected or withdrawn."
        ] : [])
      + plan(part)
      + [
        "A signal says that somebody must look, not what is the matter. An empty list does not "
          + "exclude risk."
      ]
  }

  /// That a plan is missing matters while a signal about safety is open.
  private func plan(_ part: SignalsPart) -> [String] {
    let isSafety = part.open.contains { $0.kind == .safety && $0.finding == .seen }
    return isSafety && !part.hasPlan ? ["No safety plan is recorded."] : []
  }

  /// The signals of one kind: how many, since when, and what raised the first.
  func signals(_ group: [SafetySignal]) -> String {
    guard let first = group.first, let last = group.last else { return "" }
    let cause = first.causes.map(SignalText.cause).joined(separator: "; ")
    let unknown = first.finding == .unknown ? "unknown; " : ""
    guard group.count > 1 else { return unknown + cause }
    return "\(unknown)\(CountText.grouped(group.count)) open, the latest of "
      + "\(DateText.day(last.day)), the oldest: \(cause)"
  }

  func signalsGlance(_ part: SignalsPart) -> String? {
    guard let first = part.open.first else { return nil }
    // What is as urgent as the first is named too, so that none hides behind another.
    var titles: [String] = []
    for signal in part.open where signal.urgency == first.urgency && signal.finding == first.finding
    {
      let title = "\(signal.title), \(DateText.day(signal.day))"
      if !titles.contains(where: { $0.hasPrefix(signal.title + ",") }) { titles.append(title) }
    }
    return "\(CountText.of(part.open.count, "open signal")): \(titles.joined(separator: "; "))."
  }

  func planSummary(_ part: SafetyPlanPart) -> [String] {
    let filled = part.needed.count - part.missing.count
    let share = "\(filled) of \(part.needed.count) parts are filled in."
    guard isPatient else {
      return [
        "The person's own words, last changed on \(DateText.day(part.day)). \(share)"
      ]
    }
    let written =
      "This is your own plan, as it was written on \(DateText.day(part.day)). It is yours: "
      + "change it whenever you like, and keep a copy where you find it."
    return part.isComplete
      ? [written]
      : [written, share, "The others can be filled in when it suits you, alone or with somebody."]
  }
}
