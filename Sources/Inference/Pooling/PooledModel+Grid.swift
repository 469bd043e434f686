private import Foundation
internal import Statistics

extension PooledModel {
  /// Covariances between people with their posterior weights.
  static func grid(
    _ likelihood: PooledLikelihood, around between: Matrix
  ) -> [(between: Matrix, weight: Double)] {
    guard likelihood.parameters == 1 else { return severalParameters(likelihood, between) }
    return oneParameter(likelihood, between[0, 0])
  }

  /// Even steps of the standard deviation from 0 to where the likelihood has dropped by 6.
  private static func oneParameter(
    _ likelihood: PooledLikelihood, _ variance: Double
  ) -> [(between: Matrix, weight: Double)] {
    func value(_ deviation: Double) -> Double {
      likelihood.fit(Matrix(diagonal: [deviation * deviation]))?.logLikelihood ?? -.infinity
    }
    let mode = max(variance, 0).squareRoot()
    let best = value(mode)
    var end = max(2 * mode, 0.1)
    for _ in 0..<30 where value(end) > best - 6 { end *= 1.5 }
    let steps = 48
    let points = (0...steps).map { end * Double($0) / Double(steps) }
    let weights = points.enumerated().map { index, point in
      exp(value(point) - best) * (index == 0 || index == steps ? 0.5 : 1)
    }
    let kept = zip(points, weights).filter { $1 > 1e-6 }
    let total = kept.reduce(0) { $0 + $1.1 }
    return kept.map { (Matrix(diagonal: [$0 * $0]), $1 / total) }
  }

  /// A composite design in the logarithms of the factor's diagonal and its other entries.
  private static func severalParameters(
    _ likelihood: PooledLikelihood, _ between: Matrix
  ) -> [(between: Matrix, weight: Double)] {
    let size = likelihood.parameters
    let places = (0..<size).flatMap { a in (0...a).map { (a, $0) } }
    func covariance(_ point: [Double]) -> Matrix {
      let entries = zip(places, point).map { $0.0 == $0.1 ? exp($1) : $1 }
      let lower = likelihood.factor(entries)
      return lower * lower.transpose
    }
    // A prior flat in the diagonal adds the sum of its logarithms, which bounds them from below.
    func objective(_ point: [Double]) -> Double {
      guard let fit = likelihood.fit(covariance(point)) else { return .infinity }
      let jacobian = zip(places, point).reduce(0) { $0 + ($1.0.0 == $1.0.1 ? $1.1 : 0) }
      return -fit.logLikelihood - jacobian
    }
    let lifted = between + Matrix.identity(size) * 0.01
    let lower = Cholesky(lifted)?.lower ?? .identity(size)
    let start = places.map { $0 == $1 ? log(lower[$0, $1]) : lower[$0, $1] }
    let mode = QuasiNewton(evaluationLimit: 2_000).minimum(of: objective, from: start)
    return HyperparameterGrid(mode: mode.point, objective: objective).nodes.map {
      (covariance($0.point), $0.weight)
    }
  }
}
