private import Foundation
internal import Statistics

extension PosteriorSearch {
  /// ``objective(_:)`` with its gradient, for about the price of three likelihoods.
  func slope(_ point: [Double]) -> (value: Double, gradient: [Double]) {
    let wall = (value: Double.infinity, gradient: point.map { _ in 0.0 })
    guard point.allSatisfy({ abs($0) < 12 }) else { return wall }
    let values = hyperparameters(point)
    guard let score = try? design.stateSpace(values).score(of: design.observations) else {
      return wall
    }
    let gradient = zip(likelihoodSlopes(score, at: values), priorSlopes(point)).map { -$0 - $1 }
    return (-(score.likelihood.logLikelihood + logPrior(point)), gradient)
  }

  /// Derivatives of the log-likelihood along the coordinates of a point, in their order.
  private func likelihoodSlopes(
    _ score: StateSpaceModel.Score, at values: Hyperparameters
  ) -> [Double] {
    var level = 0.0
    var affect = 0.0
    var time = 0.0
    for (gap, part) in zip(design.gaps, score.transitions) {
      level += part.noise[0] * values.levelVariance * gap
      guard model.hasAffect else { continue }
      let rate = gap / values.affectTimeConstant
      affect -= part.noise[3] * values.affectVariance * expm1(-2 * rate)
      time += rate * exp(-rate) * part.matrix[3]
      time -= 2 * rate * exp(-2 * rate) * values.affectVariance * part.noise[3]
    }
    var slopes = [2 * level]
    if model.hasAffect {
      slopes += [2 * (affect + score.initialCovariance[3] * values.affectVariance), time]
    }
    if knownNoise == nil { slopes.append(2 * values.noiseVariance * score.variances[0]) }
    if model.hasWeekday {
      let weekdays = score.coefficientVariances.suffix(6)
      slopes.append(2 * values.weekdayVariance * weekdays.reduce(0, +))
    }
    return slopes
  }

  private func priorSlopes(_ point: [Double]) -> [Double] {
    var scales = [HyperparameterPrior.level]
    if model.hasAffect { scales += [HyperparameterPrior.affect, .nan] }
    if knownNoise == nil { scales.append(HyperparameterPrior.noise) }
    if model.hasWeekday { scales.append(HyperparameterPrior.weekday) }
    return zip(point, scales).map { coordinate, scale in
      scale.isNaN
        ? HyperparameterPrior.logNormalSlope(coordinate)
        : HyperparameterPrior.halfNormalSlope(coordinate, scale: scale)
    }
  }
}

extension HyperparameterPrior {
  /// The derivative of ``halfNormal(_:scale:)``.
  static func halfNormalSlope(_ logarithm: Double, scale: Double) -> Double {
    1 - exp(2 * logarithm) / (scale * scale)
  }

  /// The derivative of ``logNormal(_:)``.
  static func logNormalSlope(_ logarithm: Double) -> Double {
    -(logarithm - log(timeConstant.median)) / (timeConstant.logSpread * timeConstant.logSpread)
  }
}
