import Inference
import TestKit
import Testing

@Suite struct ObservedOutcomesTests {
  /// Reference: `RECIPES.md` of the reference data, check 10: visits 5 and 7 are the second and the
  /// sixth week.
  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `the antidepressant trial has its published counts`() throws {
    let table = try VisitTable("longitudinal/rbmi_antidepressant_hamd17.csv", separator: ",")
    let patients = table.texts("PATIENT")
    let visits = table.texts("VISIT")
    let scores = table.numbers("HAMDTL17")
    let baselines = table.numbers("BASVAL")
    let arms = table.texts("THERAPY")
    var people: [String: [String: ObservedOutcomes.Person]] = [:]
    for row in patients.indices {
      var arm = people[arms[row]] ?? [:]
      var person = arm[patients[row]] ?? ObservedOutcomes.Person(baseline: baselines[row])
      if visits[row] == "5" { person.early = scores[row] }
      if visits[row] == "7" { person.final = scores[row] }
      arm[patients[row]] = person
      people[arms[row]] = arm
    }
    let drug = ObservedOutcomes(Array((people["DRUG"] ?? [:]).values))
    let placebo = ObservedOutcomes(Array((people["PLACEBO"] ?? [:]).values))
    #expect(drug.response() == .init(count: 29, total: 64))
    #expect(placebo.response() == .init(count: 20, total: 65))
    #expect(drug.remission(atMost: 7) == .init(count: 20, total: 64))
    #expect(placebo.remission(atMost: 7) == .init(count: 18, total: 65))
    let early = ObservedOutcomes(drug.people + placebo.people).earlyImprovement()
    #expect(early.sensitivity == .init(count: 40, total: 49))
    #expect(early.specificity == .init(count: 51, total: 79))
  }

  /// Wilson's interval of 0 in 10 reaches z²/(n + z²) = 3.8415/13.8415.
  @Test func `intervals stay within 0 and 1 and widen for few people`() {
    let none = ObservedOutcomes.Share(count: 0, total: 10).interval
    #expect(none.lowerBound == 0)
    #expect(abs(none.upperBound - 0.277_535) < 1e-6)
    #expect(ObservedOutcomes.Share(count: 0, total: 0).interval == 0...1)
    let half = ObservedOutcomes.Share(count: 50, total: 100).interval
    #expect(half.contains(0.5) && half.upperBound < 0.6)
  }

  @Test func `people without a baseline above 0 or without an end are not counted`() {
    let outcomes = ObservedOutcomes([
      .init(baseline: 0, early: 0, final: 0), .init(baseline: 20, early: 15),
      .init(baseline: 20, early: 15, final: 10),
    ])
    #expect(outcomes.response() == .init(count: 1, total: 1))
    #expect(outcomes.remission(atMost: 0).total == 2)
    #expect(outcomes.earlyImprovement().sensitivity == .init(count: 1, total: 1))
    #expect(outcomes.earlyImprovement().specificity.total == 0)
  }
}
