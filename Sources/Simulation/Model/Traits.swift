/// What a person brings along for life, drawn once.
struct Traits<N: ModelNumber>: Sendable {
  /// β: how much mood decides which memories come.
  let moodCongruence: N
  /// env: the quality of circumstances.
  let circumstances: N
  /// P0: resting plasticity.
  let restingPlasticity: N
  /// off: how much worse than others the person reports the same mood.
  let reporting: N
  /// λ: stressful events a step.
  let eventRate: N
  /// ds: sensitivity to treatments of the body, 1 on average.
  let sensitivity: N
  /// ξ: sensitivity to expectancy, 1 on average.
  let expectancy: N
  /// The standard normal number behind what the item on self-harm has of its own.
  let selfHarm: N

  /// Draws people out of the population that comes to be treated.
  ///
  /// - Parameters:
  ///   - draws: their random numbers.
  ///   - p: the parameters.
  ///   - advantage: what their circumstances are better by: 0, or that of the community.
  ///   - steps: steps a day.
  init(_ draws: Draws<N>, _ p: Parameters, advantage: Double = 0, steps: Int = 1) {
    let one = Traits.uniforms(draws, block: 0)
    let two = Traits.uniforms(draws, block: 1)
    let (first, second) = N.normals(one.0, one.1)
    let (third, fourth) = N.normals(one.2, one.3)
    let (fifth, sixth) = N.normals(two.0, two.1)
    let (seventh, eighth) = N.normals(two.2, two.3)
    moodCongruence =
      N(p.moodCongruence) * (N(p.moodCongruenceSpread) * first).exponential()
    circumstances = N(p.circumstances + advantage) + N(p.circumstancesSpread) * second
    restingPlasticity =
      N(p.restingPlasticity) * (N(p.restingPlasticitySpread) * third).exponential()
    reporting = N(p.reportingSpread) * fourth
    let daily = N(p.eventRate) * (N(p.eventRateSpread) * fifth).exponential()
    eventRate = steps == 1 ? daily : Traits.rate(daily, steps: steps)
    sensitivity = Traits.withMean1(sixth, spread: p.sensitivitySpread)
    expectancy = Traits.withMean1(seventh, spread: p.expectancySpread)
    selfHarm = eighth
  }

  private static func uniforms(_ draws: Draws<N>, block: UInt32) -> (N, N, N, N) {
    let words = draws.words(.traits, counter: block, block: 0)
    return (
      N(uniform: words.first), N(uniform: words.second), N(uniform: words.third),
      N(uniform: words.fourth)
    )
  }

  /// A log-normal number with mean 1.
  private static func withMean1(_ normal: N, spread: Double) -> N {
    (N(spread) * normal - N(0.5 * spread * spread)).exponential()
  }

  /// The chance of a part of a day: 1 - (1 - λ)^(1/steps).
  private static func rate(_ daily: N, steps: Int) -> N {
    let left: N = (1.0 - daily.atMost(0.999)).logarithm()
    return 1.0 - (left * N(1 / Double(steps))).exponential()
  }
}
