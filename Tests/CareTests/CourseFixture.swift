import Care
import Knowledge
import PatientRecord
import TestKit
import Time

/// A made-up course of PHQ-9 forms: totals by week, the ninth answer chosen, treatment from a week on.
struct CourseFixture {
  var entries: [Entry] = []
  let knowledge: Knowledge

  init() throws { knowledge = try Knowledge.bundled() }

  static let start = Instant.sample

  static func instant(day: Int) -> Instant { start.advanced(byDays: Double(day)) }

  /// Spreads a total over items 1 to 8 and answers item 9 as told; `nil` leaves it out.
  mutating func add(total: Int, ninth: Int?, day: Int) {
    var left = total - (ninth ?? 0)
    var answers: [ItemID: Int] = [:]
    for number in 1...8 {
      let value = min(3, max(left, 0))
      answers[ItemID(rawValue: "q\(number)")] = value
      left -= value
    }
    answers["q9"] = ninth
    let response = try? Response(instrument: "phq9", content: .answers(answers))
    guard let response else { return }
    entries.append(
      .sample(.response(response), 1_000 + entries.count, at: Self.instant(day: day)))
  }

  mutating func treat(fromDay day: Int) throws {
    let step = try DoseStep(
      substance: Name("Example medicine"), dosePerDay: Quantity(20, .milligram))
    entries.append(.sample(.doseStep(step), 1_000 + entries.count, at: Self.instant(day: day)))
  }

  func review(day: Int, settings: ReviewSettings = ReviewSettings()) -> Review {
    Review(
      entries: entries, patient: .sample, at: Self.instant(day: day), using: knowledge,
      settings: settings)
  }

  func status(day: Int) -> StatusPart? {
    review(day: day).parts.lazy.compactMap {
      if case .status(let part) = $0 { part } else { nil }
    }.first
  }

  func scores(day: Int) -> ScoresPart? {
    review(day: day).parts.lazy.compactMap {
      if case .scores(let part) = $0 { part } else { nil }
    }.first
  }

  func safety(day: Int) -> SafetyPart? {
    review(day: day).parts.lazy.compactMap {
      if case .safety(let part) = $0 { part } else { nil }
    }.first
  }
}
