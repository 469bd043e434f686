import Knowledge
import Testing

/// What is measured when, against the table the project decided on.
@Suite struct ScheduleTests {
  let schedule: MeasurementSchedule

  init() throws { schedule = try #require(try Shipped.knowledge.get().schedule) }

  private func domain(_ id: String) throws -> MeasurementSchedule.Domain {
    try #require(schedule.domains.first { $0.id == id })
  }

  private func every(_ count: ClosedRange<Int>, _ unit: MeasurementInterval.Unit) -> Occasion {
    .every(MeasurementInterval(count, unit), noRarerThan: nil)
  }

  @Test func `depression is rated every week or two at first and never less than every four`()
    throws
  {
    let depression = try domain("depression")
    #expect(depression.anyOf == ["phq9", "qids-sr16"])
    #expect(depression.phases[.baseline] == [.start])
    #expect(
      depression.phases[.acute] == [
        .every(.init(1...2, .weeks), noRarerThan: .init(4...4, .weeks))
      ])
    #expect(depression.phases[.continuation] == [every(4...4, .weeks)])
    #expect(depression.phases[.maintenance] == [every(1...3, .months)])
    #expect(
      depression.events == [
        EventOccasion("taper", .every(.init(1...1, .weeks), forWeeks: 8))
      ])
    #expect(schedule.acuteWeeks == 8...12)
  }

  @Test func `suicide is asked about at every contact and after each positive answer`() throws {
    let risk = try domain("suicideRisk")
    for phase in [MeasurementSchedule.Phase.acute, .continuation, .maintenance] {
      #expect(risk.phases[phase] == [.everyContact])
    }
    #expect(risk.events == [EventOccasion("positiveSafetyAnswer", .whenever)])
  }

  @Test func `cognition is tested around ECT`() throws {
    let cognition = try domain("cognition")
    #expect(
      cognition.events == [
        EventOccasion("ect", .before), EventOccasion("ect", .afterSessions(6)),
        EventOccasion("ect", .atEnd), EventOccasion("ect", .afterEnd(.init(1...2, .months))),
        EventOccasion("continuationECT", .every(.init(1...1, .years), forWeeks: nil)),
      ])
    #expect(cognition.phases[.acute] == nil)
  }

  @Test(arguments: [
    ("anxiety", Occasion.every(.init(2...4, .weeks), noRarerThan: nil)),
    ("function", .every(.init(4...4, .weeks), noRarerThan: nil)),
    ("sideEffects", .everyContact), ("sexualFunction", .withinWeeks(4...8)),
    ("globalChange", .weeks([4, 8, 12])), ("satisfaction", .weeks([4, 8, 12])),
  ])
  func `the acute phase is as decided`(_ id: String, _ occasion: Occasion) throws {
    #expect(try domain(id).phases[.acute] == [occasion])
  }

  @Test func `every domain is measured at some time and its intervals are no read facts`() {
    for domain in schedule.domains {
      #expect(!domain.phases.values.joined().isEmpty)
      #expect(domain.evidence.certainty == .derived)
    }
  }

  @Test(arguments: [
    ("anyOf: [gad7]", "anyOf: [gad-seven]"), ("id: anxiety", "id: sleep"),
    ("every: [4, 8], unit: weeks", "every: [8, 4], unit: weeks"),
    ("every: [4, 8], unit: weeks", "every: [4, 8]"),
    ("{ withinWeeks: [4, 8] }", "{ withinWeeks: [4, 8], start: true }"),
    ("{ event: ect, before: true }", "{ event: ect }"),
    ("{ event: ect, before: true }", "{ event: ect, before: false }"),
    ("{ event: ect, before: true }", "{ before: true }"), ("acuteWeeks: [8, 12]", "acuteWeeks: 8"),
  ])
  func `a schedule that says two things or nothing is refused`(_ old: String, _ new: String) throws
  {
    let document = try #require(
      try Shipped.documents.get().first { $0.name == "definitions/schedule.yaml" })
    let changed = document.replacing(old, with: new)
    #expect(changed != document)
    let error = #expect(throws: KnowledgeError.self) { try Shipped.loading(changed) }
    #expect(error?.document == document.name)
  }
}
