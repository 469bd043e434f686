import Testing

@testable import Simulation

@Suite struct StudyTests {
  private static let model = PlanModel.known
  private static let infusion = plan(
    "infusion", [PlannedTreatment("ketamine", days: [0])], visits: [PlannedVisit(days: [0])])
  private static let waiting = plan("waiting", [], visits: [PlannedVisit(days: [0])])

  private static func plan(
    _ id: String, _ treatments: [PlannedTreatment], visits: [PlannedVisit]
  ) -> Plan {
    Plan(
      id: id, title: id, days: 15, cohort: PlanCohort(leastTotal: 0),
      course: PlannedCourse(treatments: treatments, visits: visits))
  }

  @Test func `with every term of treatments at zero they are expectancy alone`() throws {
    let study = try Study(of: Self.infusion, in: Self.model)
    #expect(
      study.scenarios.map(\.kind).prefix(3) == [.untreated, .planned, .withoutTreatmentTerms])
    let tally = try study.run(people: 40, seed: 1)
    #expect(tally.scenarios[2].map(\.totals) == tally.scenarios[0].map(\.totals))
    #expect(tally.scenarios[2].allSatisfy { $0.difference.squares == 0 })
    // The same comparison sees the treatment where its terms are there.
    #expect(tally.scenarios[1].contains { $0.difference.squares > 0 })
  }

  @Test func `a plan is shown without each part of the theory that does something in it`() throws {
    let study = try Study(of: Self.infusion, in: Self.model)
    #expect(
      study.scenarios.dropFirst(3).map(\.kind)
        == [
          .without(.acuteLift), .without(.plasticityWindow), .without(.precisionRelaxation),
          .without(.expectancy), .without(.moodCongruentCue),
        ])
    #expect(
      try Study(of: Self.waiting, in: Self.model).scenarios.map(\.kind)
        == [.planned])
  }

  @Test func `batches add up to the same in any order and on any number of threads`() throws {
    let study = try Study(comparing: [Self.waiting, Self.infusion], in: Self.model)
    let people = Study.batchSize + 9
    let one = try study.run(people: people, seed: 2, threads: 1)
    var turned = StudyTally(of: study)
    for batch in (0..<Study.batches(of: people)).reversed() {
      turned += try study.tally(of: batch, people: people, seed: 2)
    }
    #expect(one == turned && one.people == people)
    #expect(try study.run(people: people, seed: 2, threads: 2) == one)
    #expect(try study.run(people: 9, seed: 3) != study.run(people: 9, seed: 2))
  }

  @Test func `a plan compared with itself differs in nobody`() throws {
    let study = try Study(comparing: [Self.infusion, Self.infusion], in: Self.model)
    let tally = try study.run(people: 30, seed: 1)
    #expect(tally.scenarios[1].allSatisfy { $0.difference.count == 30 })
    #expect(tally.scenarios[1].allSatisfy { $0.difference.squares == 0 })
  }

  @Test func `plans that cannot be compared are refused with the cure`() throws {
    let longer = Plan(
      id: "longer", title: "l", days: 20, cohort: PlanCohort(leastTotal: 0), course: PlannedCourse()
    )
    let error = #expect(throws: SimulationError.self) {
      try Study(comparing: [Self.waiting, longer], in: Self.model)
    }
    #expect(error?.description.contains("longer lasts 20 days and waiting 15") == true)
    #expect(throws: SimulationError.self) { try Study(comparing: [longer], in: Self.model) }
  }

  @Test func `who stops it keeps the people that are done`() throws {
    let study = try Study(of: Self.waiting, in: Self.model)
    var told: [Int] = []
    let tally = try study.run(people: Study.batchSize + 1, seed: 1, threads: 1) { done in
      told.append(done)
      return false
    }
    #expect(told == [Study.batchSize] && tally.people == Study.batchSize)
    let finding = StudyFinding(study, tally, asked: Study.batchSize + 1, seed: 1)
    #expect(finding.isPartial)
  }

  @Test func `too few who are ill enough are named`() {
    var inclusion = Inclusion(Parameters(), of: PlanCohort(leastTotal: 27), seed: 1)
    inclusion.limit = 64
    let error = #expect(throws: SimulationError.self) { try inclusion.people(64, batch: 0) }
    #expect(error?.description.contains("score 27 or more, and 64 are wanted") == true)
    #expect(throws: SimulationError.self) {
      try Study(of: Self.waiting, in: Self.model).run(people: 0, seed: 1)
    }
  }
}
