private import Foundation

/// A search for a minimum that draws points from a normal distribution and adapts its mean, step and
/// covariance to the better half of them: CMA-ES.
///
/// For rugged or noisy objectives of up to some tens of parameters that should be of similar scale.
/// It uses only the order of values. The answer is the mean of the last distribution, not the best
/// point drawn: with noise the best of many draws is lucky. Source: Hansen (2016), The CMA
/// evolution strategy: a tutorial, arXiv 1604.00772.
///
/// Complexity: O(n³) for each population of 4 + 3 ln n points, besides the objective.
public struct CovarianceAdaptation: Hashable, Sendable {
  /// The standard deviation of the first distribution along each coordinate.
  public let step: Double
  /// The standard deviation at which the search ends.
  public let tolerance: Double
  /// The greatest number of evaluations, passed by at most one population.
  public let evaluationLimit: Int

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - step: the first standard deviation, above 0.
  ///   - tolerance: the standard deviation at which the search ends.
  ///   - evaluationLimit: the greatest number of evaluations.
  public init(step: Double = 0.5, tolerance: Double = 1e-8, evaluationLimit: Int = 10_000) {
    self.step = step > 0 && step.isFinite ? step : 0.5
    self.tolerance = max(tolerance, 1e-15)
    self.evaluationLimit = max(evaluationLimit, 1)
  }

  /// Searches from a point.
  ///
  /// - Parameters:
  ///   - objective: the function; what is not a number counts as infinity.
  ///   - start: the mean of the first distribution.
  ///   - seed: of all draws.
  /// - Returns: the mean of the last distribution with its value.
  public func minimum(
    of objective: ([Double]) -> Double, from start: [Double], seed: UInt64
  ) -> Minimum {
    var evaluations = Evaluations(limit: evaluationLimit)
    var random = RandomStream(seed: seed)
    var state = AdaptiveNormal(mean: start, step: step)
    var outcome = Minimum.Outcome.converged
    while !start.isEmpty, state.greatestDeviation > tolerance {
      guard !evaluations.isSpent else {
        outcome = .evaluationLimit
        break
      }
      let draws = (0..<state.weights.populationSize).map { _ in state.draw(&random) }
      let values = draws.map { evaluations.value(of: objective, at: state.point($0)) }
      guard values.contains(where: { $0 < .infinity }) else {
        // A population without a number says nothing about direction: look nearer.
        state.narrow()
        continue
      }
      let order = draws.indices.sorted { values[$0] < values[$1] }
      state.adapt(to: order.prefix(state.weights.recombination.count).map { draws[$0] })
    }
    let value = evaluations.value(of: objective, at: state.mean)
    return Minimum(
      point: state.mean, value: value, evaluations: evaluations.count, outcome: outcome)
  }
}
