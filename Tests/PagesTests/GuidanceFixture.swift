import Care
import Knowledge
import PatientRecord
import TestKit
import Time

/// What rules and staging say of a small record: one medicine above its maximum, one that the
/// catalogue does not have, and one rule set aside.
enum GuidanceFixture {
  /// The parts with what ships, computed once.
  static let made = Result { try parts(Fixture.knowledge.get()) }

  private static func parts(_ knowledge: Knowledge) throws -> [ReviewPart] {
    let chart = Chart(entries: try entries(), patient: .sample, knowledge: knowledge)
    return Review.guidance(of: chart, on: Fixture.day(29), using: knowledge).filter { part in
      switch part {
      case .rules, .staging: true
      default: false
      }
    }
  }

  private static func entries() throws -> [Entry] {
    let citalopram = try DoseStep(
      substance: Name("Citalopram"), dosePerDay: Quantity(60, .milligram))
    let potion = try DoseStep(substance: Name("Examplomine"), dosePerDay: Quantity(5, .milligram))
    let decision = try Decision(
      about: try Name("Earlier contact"), outcome: .declined, rule: try Name("MBC-09"),
      reason: try FreeText("seen yesterday"))
    let end = Instant.sample.advanced(byDays: 60)
    return [
      .sample(.doseStep(citalopram), 901), .sample(.doseStep(potion), 902),
      try .response("phq9", total: 20, 903),
      try .response("phq9", total: 18, 904, at: Instant.sample.advanced(byDays: 14)),
      Entry(
        id: .sample(905), patient: .sample, author: .staff(StaffID(rawValue: "team")),
        occurred: .interval(try TimeSpan(from: .sample, to: .at(end)), .utc),
        fact: .decision(decision)),
    ]
  }
}
