private import Foundation
internal import Statistics

/// The negative log-likelihood of trials under Wiener processes that share all but the drift.
struct WienerObjective {
  let settings: WienerFit.Settings
  /// The upper limit of the non-decision time, in seconds.
  let longestNonDecisionTime: Double
  private let trials: [WienerTrial]
  private let conditions: Int
  private let guessDensity: Double

  init(_ trials: [WienerTrial], conditions: Int, _ settings: WienerFit.Settings) {
    self.trials = trials
    self.conditions = conditions
    self.settings = settings
    let times = trials.map(\.seconds).sorted()
    let shortest = times.first ?? 0
    let longest = times.last ?? 0
    let width = max(longest - shortest, 1e-3)
    guessDensity = settings.contaminantShare * 0.5 / width
    // Without guesses every answer takes longer than the non-decision time; with them half do.
    longestNonDecisionTime =
      settings.contaminantShare > 0 && !times.isEmpty ? times[times.count / 2] : shortest
  }

  /// The law at a point, with the drift of the first condition.
  func law(at point: [Double]) -> WienerDistribution {
    let bias = settings.biasIsFree ? logistic(point[conditions + 2]) : 0.5
    return WienerDistribution(
      unchecked: point[0], boundary: exp(point[conditions]), bias: bias,
      nonDecisionTime: longestNonDecisionTime * logistic(point[conditions + 1]))
  }

  /// The negative log-likelihood; infinity outside the range of the parameters.
  func value(at point: [Double]) -> Double {
    let shared = law(at: point)
    guard shared.boundary > 1e-3, shared.boundary < 100, shared.bias > 1e-6,
      shared.bias < 1 - 1e-6, point[..<conditions].allSatisfy({ abs($0) < 100 })
    else { return .infinity }
    let kept = log1p(-settings.contaminantShare)
    var sum = 0.0
    for trial in trials {
      let law = WienerDistribution(
        unchecked: point[trial.condition], boundary: shared.boundary, bias: shared.bias,
        nonDecisionTime: shared.nonDecisionTime)
      let logDensity = kept + law.logDensity(at: trial.seconds, trial.end)
      sum -= guessDensity > 0 ? log(exp(logDensity) + guessDensity) : logDensity
    }
    return sum
  }

  /// Searches from two starts; the simplex search takes over where the first one stalls.
  func search() -> Minimum {
    var best: Minimum?
    for start in starts {
      var found = QuasiNewton(tolerance: 1e-6, evaluationLimit: 3_000)
        .minimum(of: value, from: start)
      if found.outcome != .converged {
        let again = NelderMead(evaluationLimit: 3_000).minimum(of: value, from: found.point)
        if again.value <= found.value { found = again }
      }
      if found.value < best?.value ?? .infinity { best = found }
    }
    return best ?? Minimum(point: starts[0], value: .infinity, evaluations: 0, outcome: .wall)
  }

  /// Two boundaries around that of the variance without drift, a⁴ = 24 variance.
  private var starts: [[Double]] {
    let times = trials.map(\.seconds)
    let mean = times.reduce(0, +) / Double(times.count)
    let variance = times.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(times.count)
    let boundary = pow(24 * max(variance, 1e-4), 0.25)
    return [0.9, 1.4].map { factor in
      let width = boundary * factor
      let drifts = (0..<conditions).map { logitOfUpper($0) / width }
      // Nearly the shortest time where there are no guesses, half of the median where there are.
      let share = settings.contaminantShare > 0 ? 0 : 1.5
      return drifts + [log(width), share] + (settings.biasIsFree ? [0] : [])
    }
  }

  private func logitOfUpper(_ condition: Int) -> Double {
    let own = trials.lazy.filter { $0.condition == condition }
    let upper = Double(own.count { $0.end == .upper }) + 0.5
    return log(upper / (Double(own.count) + 1 - upper))
  }

  /// The inverse of the curvature, nil unless it is positive definite.
  func covariance(at point: [Double]) -> Matrix? {
    Cholesky(numericalHessian(of: value, at: point, step: 1e-3))?.inverse
  }

  private func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
