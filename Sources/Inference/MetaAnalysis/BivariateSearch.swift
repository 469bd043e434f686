private import Foundation
internal import Statistics

/// The search for the likeliest line and the ends of its interval, in units of the data's spread.
struct BivariateSearch {
  typealias Parameters = BivariateLikelihood.Parameters

  let likelihood: BivariateLikelihood
  let responseUnit: Double
  let predictorUnit: Double

  init(_ pairs: [EffectPair], _ assumed: Double, _ method: LikelihoodMethod) {
    let units = (
      BivariateSearch.unit(pairs.map(\.response)), BivariateSearch.unit(pairs.map(\.predictor))
    )
    (responseUnit, predictorUnit) = units
    let points = pairs.map { pair in
      let response = pair.response.standardError / units.0
      let predictor = pair.predictor.standardError / units.1
      return BivariateLikelihood.Point(
        response: pair.response.estimate / units.0, predictor: pair.predictor.estimate / units.1,
        responseVariance: response * response, predictorVariance: predictor * predictor,
        covariance: (pair.correlation ?? assumed) * response * predictor)
    }
    likelihood = BivariateLikelihood(points: points, method: method)
  }

  /// The likeliest line, the best of several starts.
  func best() -> Parameters {
    var best = Parameters(slope: 0, residual: 0.5, spread: 0.5)
    for slope in [-2.0, -0.7, 0, 0.7, 2] {
      for start in BivariateSearch.starts {
        let found = minimum(from: [slope] + start) { Parameters($0[0], $0[1], $0[2]) }
        if likelihood.fit(found).deviance < likelihood.fit(best).deviance { best = found }
      }
    }
    return best
  }

  /// The deviance at a slope, everything else at its best.
  func profile(_ slope: Double) -> Double {
    BivariateSearch.starts.reduce(Double.infinity) { least, start in
      let found = minimum(from: start) { Parameters(slope, $0[0], $0[1]) }
      return min(least, likelihood.fit(found).deviance)
    }
  }

  /// Where the profile passes a limit on one side; `nil` when it does not within any slope that
  /// could be told from upright.
  func end(from best: Parameters, towards side: Double, within limit: Double) -> Double? {
    var (inner, step) = (best.slope, 0.25)
    while step < 1e3 {
      let outer = best.slope + side * step
      guard profile(outer) <= limit else { return crossing(inner, outer, limit) }
      inner = outer
      step *= 2
    }
    return nil
  }

  /// The log-likelihood in the units of the data: densities shrink as their units grow.
  func logLikelihood(_ deviance: Double) -> Double {
    let count = Double(likelihood.points.count)
    let freedom = likelihood.method == .reml ? count - 1 : count
    return -0.5 * deviance - freedom * (log(responseUnit) + log(predictorUnit))
  }

  private func crossing(_ inner: Double, _ outer: Double, _ limit: Double) -> Double {
    var (inner, outer) = (inner, outer)
    for _ in 0..<40 where abs(outer - inner) > 1e-9 * max(abs(inner), 1) {
      let middle = inner + (outer - inner) / 2
      if profile(middle) <= limit { inner = middle } else { outer = middle }
    }
    return inner + (outer - inner) / 2
  }

  private static let starts = [[0.1, 1], [0.7, 0.2], [0.7, 0.8], [0.02, 0.1]]

  private func minimum(
    from start: [Double], _ parameters: ([Double]) -> Parameters
  ) -> Parameters {
    let search = NelderMead(step: 0.3, tolerance: 1e-11, evaluationLimit: 1_500)
    var point = start
    for _ in 0..<2 {
      point = search.minimum(of: { likelihood.fit(parameters($0)).deviance }, from: point).point
    }
    return parameters(point)
  }

  /// The standard deviation of effects, or their mean standard error where they hardly differ.
  private static func unit(_ studies: [StudyEffect]) -> Double {
    let count = Double(studies.count)
    let mean = studies.reduce(0) { $0 + $1.estimate } / count
    let square = studies.reduce(0) { $0 + ($1.estimate - mean) * ($1.estimate - mean) } / count
    return max(square.squareRoot(), studies.reduce(0) { $0 + $1.standardError } / count)
  }
}

extension BivariateLikelihood.Parameters {
  init(_ slope: Double, _ residual: Double, _ spread: Double) {
    self.init(slope: slope, residual: residual, spread: spread)
  }
}
