import Care
import Knowledge
import PatientRecord
import TestKit
import Time

/// Writes the entries of one invented person by day, for tests of facts, rules and staging.
struct CareRecord {
  private(set) var entries: [Entry] = []

  static let start = Day(number: 20_514)

  static func day(_ offset: Int) -> Day { start.advanced(by: offset) }

  @discardableResult
  mutating func add(
    _ fact: Fact, day: Int, until last: Int? = nil,
    author: Author = .staff(StaffID(rawValue: "team"))
  ) throws -> EntryID {
    let noon = { (day: Int) in Instant.sample.advanced(byDays: Double(day)) }
    let occurred: Occurrence =
      try last.map {
        .interval(try TimeSpan(from: noon(day), to: .at(noon($0))), .utc)
      } ?? .day(CareRecord.day(day), .utc)
    let id = EntryID.sample(7_000 + entries.count, at: noon(day))
    entries.append(
      Entry(id: id, patient: .sample, author: author, occurred: occurred, fact: fact))
    return id
  }

  mutating func dose(_ medicine: String, _ amount: Double, day: Int) throws {
    try add(
      .doseStep(try DoseStep(substance: Name(medicine), dosePerDay: Quantity(amount, .milligram))),
      day: day)
  }

  mutating func total(_ instrument: InstrumentID, _ total: Double, day: Int) throws {
    try add(.response(try Response(instrument: instrument, content: .total(total))), day: day)
  }

  mutating func measure(_ name: String, _ value: Double, _ unit: UCUM, day: Int) throws {
    let quantity = NamedQuantity(name: try Name(name), quantity: try Quantity(value, unit))
    try add(
      .measurement(try Measurement(kind: .lab, name: Name(name), values: [quantity])), day: day)
  }

  mutating func diagnose(_ name: String, _ status: Diagnosis.Status = .confirmed, day: Int) throws {
    try add(.diagnosis(Diagnosis(name: try Name(name), status: status)), day: day)
  }

  mutating func decide(
    _ rule: String, _ outcome: Decision.Outcome = .declined, version: String? = nil,
    reason: String? = "weighed", day: Int, until last: Int?,
    author: Author = .staff(StaffID(rawValue: "team"))
  ) throws {
    let decision = try Decision(
      about: try Name("a rule"), outcome: outcome, rule: try Name(rule),
      ruleVersion: try version.map { try Name($0) }, reason: try reason.map { try FreeText($0) })
    try add(.decision(decision), day: day, until: last, author: author)
  }

  func chart(_ knowledge: Knowledge) -> Chart {
    Chart(entries: entries, patient: .sample, knowledge: knowledge)
  }

  func facts(
    day: Int, _ knowledge: Knowledge, stated: [String: FactValue] = [:],
    trials: StagingCase? = nil
  ) -> KnownFacts {
    var known = KnownFacts()
    for (name, value) in stated {
      if let reference = FactReference(name) { known[reference] = KnownFact(value) }
    }
    return ChartFacts(
      of: chart(knowledge), on: CareRecord.day(day), using: knowledge, trials: trials
    ).facts(stated: known)
  }

  func guidance(
    day: Int, _ knowledge: Knowledge, settings: ReviewSettings = ReviewSettings()
  ) -> (rules: RulesPart?, staging: StagingPart?) {
    let parts = Review.guidance(
      of: chart(knowledge), on: CareRecord.day(day), using: knowledge, settings: settings)
    let rules = parts.lazy.compactMap { if case .rules(let part) = $0 { part } else { nil } }.first
    let staging = parts.lazy.compactMap {
      if case .staging(let part) = $0 { part } else { nil }
    }.first
    return (rules, staging)
  }
}

extension KnownFacts {
  /// The value of a fact by its name.
  func value(_ name: String) -> FactValue? { FactReference(name).flatMap { self[$0]?.value } }
}
