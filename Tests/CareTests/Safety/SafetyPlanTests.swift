import Care
import Knowledge
import PatientRecord
import TestKit
import Testing

/// The person's own plan, and the signals, as parts of a review.
@Suite struct SafetyPlanTests {
  private func parts(
    _ fixture: SignalFixture, for audience: Audience = .clinician
  ) -> [ReviewPart] {
    Review(
      of: fixture.chart, at: SignalFixture.instant(day: 30), using: fixture.knowledge,
      settings: ReviewSettings(audiences: [audience])
    ).parts(for: audience)
  }

  private func plan(_ fixture: SignalFixture, for audience: Audience = .patient) -> SafetyPlanPart?
  {
    parts(fixture, for: audience).lazy.compactMap {
      if case .safetyPlan(let part) = $0 { part } else { nil }
    }.first
  }

  private func signals(_ fixture: SignalFixture, for audience: Audience) -> SignalsPart? {
    parts(fixture, for: audience).lazy.compactMap {
      if case .signals(let part) = $0 { part } else { nil }
    }.first
  }

  @Test func `the latest plan counts, and says what is still empty`() throws {
    var fixture = try SignalFixture()
    fixture.add(.safetyPlan(try SafetyPlan(warningSigns: [FreeText("old")])), day: 0)
    fixture.add(
      .safetyPlan(
        try SafetyPlan(
          warningSigns: [FreeText("I stop sleeping")],
          people: [PlanContact(name: Name("Ada"), reach: Name("0123"))])), day: 1)
    let part = try #require(plan(fixture))
    #expect(part.components.flatMap(\.lines) == ["I stop sleeping", "Ada: 0123"])
    #expect(part.needed.count == 6 && part.missing.count == 4 && !part.isComplete)
  }

  @Test func `a plan is complete without the optional part`() throws {
    var fixture = try SignalFixture()
    let line = [try FreeText("a line")]
    let contact = [PlanContact(name: try Name("Ada"))]
    fixture.add(
      .safetyPlan(
        try SafetyPlan(
          warningSigns: line, ownSteps: line, distractions: line, people: contact,
          professionals: contact, saferPlace: line)), day: 0)
    #expect(plan(fixture)?.isComplete == true)
  }

  @Test func `person and team see the plan, research does not`() throws {
    var fixture = try SignalFixture()
    fixture.add(.safetyPlan(try SafetyPlan(ownSteps: [FreeText("walk")])), day: 0)
    #expect(plan(fixture, for: .patient) != nil && plan(fixture, for: .clinician) != nil)
    #expect(plan(fixture, for: .researcher) == nil)
  }

  @Test func `signals are for the team alone`() throws {
    var fixture = try SignalFixture()
    try fixture.form("phq9", SignalFixture.nine(2))
    #expect(signals(fixture, for: .clinician)?.open.count == 1)
    #expect(signals(fixture, for: .clinician)?.hasPlan == false)
    #expect(signals(fixture, for: .patient) == nil)
  }

  @Test func `without a signal there is no part`() throws {
    var fixture = try SignalFixture()
    try fixture.form("phq9", SignalFixture.nine(0))
    #expect(signals(fixture, for: .clinician) == nil && plan(fixture) == nil)
  }
}
