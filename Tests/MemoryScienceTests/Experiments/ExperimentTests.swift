import Testing

@testable import MemoryScience

@Suite struct ExperimentTests {
  /// The direction at few people; script/calibration has many.
  @Test(arguments: Experiment.all.map(\.name))
  func `the effect has its direction and the control has none`(name: String) throws {
    let experiment = try Experiment.named(name)
    // Where people differ more, more of them.
    let many = ["mood-congruent-recall": 40, "repeated-stressors": 12, "event-scheduling": 12]
    let people = many[name] ?? 4
    var reported: [Int] = []
    let result = try experiment.run(people: people, seed: 1) { reported.append($0) }
    #expect(result.isAsExpected, "\(result.effect)")
    #expect(result.isControlEmpty, "\(result.controlEffect)")
    #expect(result.conditions.map(\.name) == experiment.conditions)
    #expect(reported == Array(1...people))
  }

  /// All meetings hold as much safety, so that what one exposure does is not what safety does.
  @Test func `one exposure leaves distress and four end it`() throws {
    let conditions = try Experiment.exposure.run(people: 12, seed: 1).conditions
    #expect(conditions[1].mean.mean > 0.8 * conditions[0].mean.mean)
    #expect(conditions[3].mean.mean < 0.1)
  }

  @Test(arguments: Experiment.all) func `texts are lines without gaps`(experiment: Experiment) {
    for text in [
      experiment.title, experiment.hypothesis, experiment.procedure, experiment.measure,
      experiment.control,
    ] {
      #expect(!text.contains("  ") && !text.contains("\n"), "\(experiment.name): \(text)")
    }
  }

  @Test(arguments: Experiment.all)
  func `a control that shows nothing by construction says so`(experiment: Experiment) throws {
    let control = try experiment.run(people: 3, seed: 1).controlEffect
    let canFail = ["mood-congruent-recall", "rumination", "exposure"].contains(experiment.name)
    #expect(experiment.isControlEmptyByConstruction == !canFail)
    if !canFail { #expect(control.lower == 0 && control.upper == 0) }
  }

  @Test func `a result depends on its seed`() throws {
    let experiment = try Experiment.named("exposure")
    let first = try experiment.run(people: 3, seed: 1)
    #expect(try experiment.run(people: 3, seed: 1).conditions == first.conditions)
    #expect(try experiment.run(people: 3, seed: 2).conditions != first.conditions)
  }

  @Test func `refuses names and numbers of people that are none`() throws {
    #expect(throws: MemoryScienceError.self) { try Experiment.named("nonsense") }
    let experiment = try Experiment.named("exposure")
    for people in [-1, 0, 2, 100_001, .max] {
      #expect(throws: MemoryScienceError.self) { try experiment.run(people: people, seed: 1) }
    }
  }

  @Test func `an interval of a mean is that of Student`() {
    // Mean 3, deviation sqrt(2.5), t(4) at 97.5 % = 2.776445 (tables): half width 1.963243.
    let interval = MeanInterval([1, 2, 3, 4, 5])
    #expect(interval.mean == 3)
    #expect(abs(interval.upper - 4.963243) < 1e-5)
    #expect(interval.sign == 1)
    #expect(MeanInterval([-1, 1, 0.1]).sign == 0)
    #expect(MeanInterval([0, 0, 0]).upper == 0)
  }
}
