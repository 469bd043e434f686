import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

/// What a review says of rules and staging: order, place, what is set aside and what is missing.
@Suite struct GuidanceTests {
  private let knowledge: Knowledge

  init() throws { knowledge = try Bundled.knowledge.get() }

  /// Citalopram at 60 mg, which is more than its label allows.
  private func tooMuch() throws -> CareRecord {
    var record = CareRecord()
    try record.dose("citalopram", 60, day: 0)
    return record
  }

  private func fired(_ record: CareRecord, day: Int) -> [String] {
    record.guidance(day: day, knowledge).rules?.fired.map(\.evaluation.rule.id) ?? []
  }

  @Test func `rules that apply stand by weight, with their inputs and days`() throws {
    var record = try tooMuch()
    try record.total("phq9", 12, day: 1)
    try record.total("phq9", 19, day: 20)
    let part = try #require(record.guidance(day: 30, knowledge).rules)
    let weights = part.fired.compactMap {
      RuleLevel.allCases.firstIndex(of: $0.evaluation.rule.level)
    }
    #expect(weights == weights.sorted() && weights.first == 0)
    let stop = try #require(part.fired.first { $0.evaluation.rule.id == "PH-01" }?.evaluation)
    #expect(stop.inputs.contains { $0.value == .number(60) && $0.day == CareRecord.day(0) })
    #expect(part.fired.contains { $0.evaluation.rule.id == "SAF-09" })
  }

  @Test func `an empty record has neither part, and one without trials no staging`() throws {
    #expect(CareRecord().guidance(day: 0, knowledge).rules == nil)
    var record = CareRecord()
    try record.total("phq9", 12, day: 0)
    let guidance = record.guidance(day: 0, knowledge)
    #expect(guidance.rules != nil && guidance.staging == nil)
    #expect(try tooMuch().guidance(day: 9, knowledge).staging?.origin == .record)
  }

  @Test func `without a country only rules of the whole world are used`() throws {
    let part = try #require(try tooMuch().guidance(day: 9, knowledge).rules)
    let places = (part.fired.map(\.evaluation.rule) + part.undecided.map(\.rule)).map(
      \.jurisdiction)
    #expect(part.country == nil && places.allSatisfy { $0.contains("world") })
    let german = try knowledge.adjusted(by: SiteSettings(country: "DE"))
    let there = try #require(try tooMuch().guidance(day: 9, german).rules)
    let shown = there.undecided.map(\.rule.jurisdiction)
    #expect(shown.contains { $0.contains("EU") } && !shown.contains(["US"]))
  }

  @Test func `a decision silences a rule until its day and says so`() throws {
    var record = try tooMuch()
    try record.decide("PH-01", day: 10, until: 20)
    #expect(!fired(record, day: 15).contains("PH-01"))
    let aside = try #require(record.guidance(day: 15, knowledge).rules?.setAside.first)
    #expect(aside.evaluation.rule.id == "PH-01" && aside.decision.reason == "weighed")
    #expect(aside.until == CareRecord.day(20) && aside.decision.day == CareRecord.day(10))
    #expect(fired(record, day: 9).contains("PH-01"))
    #expect(fired(record, day: 21).contains("PH-01"))
  }

  @Test func `a decision that is none, too old, without reason or of the patient silences nothing`()
    throws
  {
    typealias Standing = RuleDecision.Standing
    let cases: [(Standing?, (inout CareRecord) throws -> Void)] = [
      (.accepted, { try $0.decide("PH-01", .accepted, day: 10, until: 20) }),
      (.withoutEnd, { try $0.decide("PH-01", day: 10, until: nil) }),
      (.otherVersion, { try $0.decide("PH-01", version: "0.1.0", day: 10, until: 20) }),
      (.withoutReason, { try $0.decide("PH-01", reason: nil, day: 10, until: 20) }),
      (.ended, { try $0.decide("PH-01", day: 2, until: 11) }),
      (
        .newerFacts,
        {
          try $0.decide("PH-01", day: 10, until: 20)
          try $0.dose("citalopram", 80, day: 13)
        }
      ),
      (nil, { try $0.decide("PH-01", day: 10, until: 20, author: .patient) }),
      (nil, { try $0.decide("PH-01", day: 18, until: 30) }),
    ]
    for (standing, change) in cases {
      var record = try tooMuch()
      try change(&record)
      let part = try #require(record.guidance(day: 15, knowledge).rules)
      let stop = part.fired.first { $0.evaluation.rule.id == "PH-01" }
      #expect(
        stop != nil && stop?.decision?.standing == standing, "\(String(describing: standing))")
    }
  }

  @Test func `a rule on crises is never silenced`() throws {
    var record = CareRecord()
    let answers: [ItemID: Int] = ["q9": 2]
    try record.add(.response(try Response(instrument: "phq9", content: .answers(answers))), day: 1)
    try record.decide("SAF-01", day: 2, until: 40)
    let part = try #require(record.guidance(day: 3, knowledge).rules)
    #expect(part.fired.first { $0.evaluation.rule.id == "SAF-01" }?.decision?.standing == .crisis)
  }

  @Test func `what was stated for the review wins over the record`() throws {
    var stated = KnownFacts()
    stated[FactReference("dose", "citalopram")] = KnownFact(.number(20))
    let part = try #require(
      try tooMuch().guidance(day: 9, knowledge, settings: ReviewSettings(stated: stated)).rules)
    #expect(!part.fired.contains { $0.evaluation.rule.id == "PH-01" })
  }

  @Test func `a family can be switched off, but not the one on crises`() throws {
    var record = try tooMuch()
    let answers: [ItemID: Int] = ["q9": 2]
    try record.add(.response(try Response(instrument: "phq9", content: .answers(answers))), day: 1)
    var site = knowledge
    site.rules.switchedOff = ["dosing", "safety"]
    let part = try #require(record.guidance(day: 3, site).rules)
    let families = Set(part.fired.map(\.evaluation.rule.family))
    #expect(!families.contains("dosing") && families.contains("safety"))
    #expect(part.switchedOff == ["dosing"])
  }

  @Test func `missing facts stand by how many rules would be decided by them`() throws {
    let part = try #require(try tooMuch().guidance(day: 9, knowledge).rules)
    for missing in part.missing {
      let waiting = part.undecided.filter { undecided in
        undecided.missing.contains { $0.reference == missing.reference }
      }
      #expect(missing.rules == waiting.count)
      #expect(missing.alone == waiting.count { Set($0.missing.map(\.reference)).count == 1 })
      #expect(!missing.about.isEmpty)
    }
    let ranks = part.missing.map { [$0.alone, $0.rules] }
    #expect(zip(ranks, ranks.dropFirst()).allSatisfy { !$0.lexicographicallyPrecedes($1) })
    #expect(part.missing.count > 10)
  }

  @Test func `the parts are for the care team and for research, and for nobody else`() throws {
    let record = try tooMuch()
    let review = Review(
      entries: record.entries, patient: .sample, at: Instant.sample.advanced(byDays: 9),
      using: knowledge)
    func kinds(_ audience: Audience) -> Int {
      review.parts(for: audience).count {
        switch $0 {
        case .rules, .staging: true
        default: false
        }
      }
    }
    #expect(kinds(.clinician) == 2 && kinds(.researcher) == 2 && kinds(.patient) == 0)
  }
}
