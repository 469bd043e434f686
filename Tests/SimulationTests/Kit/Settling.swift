@testable import Simulation

/// Follows a system step by step until it rests, in the numbers of the model.
enum Settling {
  /// - Parameters:
  ///   - start: where it begins.
  ///   - step: one step.
  /// - Returns: where it rests; nil if it does not within 200,000 steps.
  static func rest(from start: [Double], _ step: ([Double]) -> [Double]) -> [Double]? {
    var state = start
    for _ in 0..<200_000 {
      let next = step(state)
      let moved = zip(next, state).reduce(0) { max($0, abs($1.0 - $1.1)) }
      state = next
      if moved < 1e-13 { return state }
    }
    return nil
  }

  /// Where a person rests who is spared all chance, under a constant load of stress.
  ///
  /// - Parameters:
  ///   - start: where the person begins.
  ///   - load: the stress load of each day.
  ///   - parameters: the numbers of the model.
  /// - Returns: the state after 1,000 days.
  static func rest(
    from start: PersonState<Double>, load: Double, _ parameters: Parameters
  ) -> PersonState<Double> {
    let step = DayStep<Double>(parameters)
    let person = Settling.average(parameters)
    var state = start
    for _ in 0..<1000 {
      state.load = load / step.c.loadLeft
      _ = step.advance(&state, person, .nothing, .none)
    }
    return state
  }

  /// A person with every trait at its median.
  static func average(_ p: Parameters) -> Traits<Double> {
    Traits(
      moodCongruence: p.moodCongruence, circumstances: p.circumstances,
      restingPlasticity: p.restingPlasticity, reporting: 0, eventRate: 0, sensitivity: 1,
      expectancy: 1, selfHarm: 0)
  }
}

extension DayInput where N == Double {
  /// A day on which nothing happens.
  static let nothing = DayInput(
    occupancy: 0, slowDrug: 0, window: 0, retrievalLeft: 1, expectancy: 0, acute: 0, visit: 0,
    practice: 0, aimed: 0, event: 0, circumstances: 0, lifts: false, practises: false)
}

extension DayNoise where N == Double {
  /// A day without chance.
  static let none = DayNoise(mood: 0, experience: 0, sleep: 0, event: 1, adherence: 0)
}
