import Testing

@testable import Simulation

/// Without its specific terms every treatment is its visits, to the bit.
@Suite struct NullArmTests {
  private static var parameters: Parameters {
    var parameters = Parameters()
    parameters.windowPlasticity = 0
    parameters.windowRelaxation = 0
    parameters.occupancyRetrieval = 0
    parameters.occupancyExperience = 0
    parameters.occupancyPlasticity = 0
    return parameters
  }

  /// A course with its visits, with or without what is specific.
  private func course(
    of treatment: Treatment, keepsLift: Bool = false, treated: Bool
  ) throws -> Schedule {
    var null = treatment
    if !keepsLift { null.acuteLift = 0 }
    null.retrievalLoss = 0
    var plan = try Schedule(days: 60)
    for day in [0, 3, 7] {
      try plan.visit(on: day, weight: 1.5)
      if treated { try plan.session(of: null, on: day) }
    }
    if treated, null.occupancy > 0 { try plan.take(null, on: 0...59) }
    return plan
  }

  @Test(arguments: [Plans.ketamine, Plans.psilocybin, Plans.ect, Plans.ssri])
  func `a treatment without specific terms equals its visits`(treatment: Treatment) throws {
    let simulator = Simulator(parameters: NullArmTests.parameters, seed: 4, threads: 1)
    let people = try simulator.population(24, burnIn: 10)
    let arms = try simulator.compare(
      [course(of: treatment, treated: false), course(of: treatment, treated: true)], on: people,
      recording: .daily)
    #expect(Fingerprint(arms[0]) == Fingerprint(arms[1]))
  }

  @Test func `one term left in shows`() throws {
    let simulator = Simulator(parameters: NullArmTests.parameters, seed: 4, threads: 1)
    let people = try simulator.population(24, burnIn: 10)
    let arms = try simulator.compare(
      [
        course(of: Plans.ketamine, treated: false),
        course(of: Plans.ketamine, keepsLift: true, treated: true),
      ], on: people, recording: .daily)
    #expect(Fingerprint(arms[0]) != Fingerprint(arms[1]))
  }
}
