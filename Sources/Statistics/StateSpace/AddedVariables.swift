private import Foundation

/// What further regressors would explain, each taken alone beside those that a model already has.
///
/// With P = V⁻¹ - V⁻¹X (X'V⁻¹X + B⁻¹)⁻¹ X'V⁻¹, a further column x has the score x'Py and the
/// information x'Px; its coefficient is their quotient. The start and all coefficients of the model
/// are estimated anew beside it, at the variances of the model.
public struct AddedVariables: Sendable {
  /// The likelihood without any further regressor.
  public let likelihood: StateSpaceModel.Likelihood
  /// n - d, the number of terms of that likelihood.
  public let degreesOfFreedom: Int
  /// x'Py, one for each further regressor.
  public let scores: [Double]
  /// x'Px; 0 where the model already holds the regressor.
  public let informations: [Double]

  init(
    likelihood: StateSpaceModel.Likelihood, degreesOfFreedom: Int,
    parts: [(score: Double, information: Double)]
  ) {
    self.likelihood = likelihood
    self.degreesOfFreedom = degreesOfFreedom
    scores = parts.map(\.score)
    informations = parts.map(\.information)
  }

  /// The weighted residual sum of squares y'Py.
  public var residual: Double { likelihood.scale * Double(degreesOfFreedom) }

  /// Whether a further regressor can be told from those of the model.
  ///
  /// - Parameter index: which one.
  /// - Returns: whether it has information and one more coefficient leaves a degree of freedom.
  public func isEstimable(_ index: Int) -> Bool {
    informations[index] > 0 && degreesOfFreedom > 1
  }

  /// The coefficient of a further regressor.
  ///
  /// - Parameter index: which one, estimable.
  /// - Returns: its estimate.
  public func coefficient(_ index: Int) -> Double { scores[index] / informations[index] }

  /// The scale that would maximise the likelihood if all variances were multiplied by it.
  ///
  /// - Parameter index: which regressor is added, estimable.
  /// - Returns: the residual sum of squares beside it over its degrees of freedom.
  public func scale(adding index: Int) -> Double {
    residual(adding: index) / Double(degreesOfFreedom - 1)
  }

  /// The exact diffuse log-likelihood with the regressor as one more diffuse coefficient.
  ///
  /// - Parameter index: which one, estimable.
  /// - Returns: the log-likelihood at the variances of the model.
  public func logLikelihood(adding index: Int) -> Double {
    let gain = residual - residual(adding: index)
    return likelihood.logLikelihood + 0.5 * (log(2 * .pi) - log(informations[index]) + gain)
  }

  /// The same with all variances multiplied by the scale that maximises it.
  ///
  /// - Parameter index: which one, estimable.
  /// - Returns: the log-likelihood.
  public func scaledLogLikelihood(adding index: Int) -> Double {
    let terms = Double(degreesOfFreedom - 1)
    let left = residual(adding: index)
    return logLikelihood(adding: index) + 0.5 * (left - terms * (log(left / terms) + 1))
  }

  private func residual(adding index: Int) -> Double {
    max(residual - scores[index] * scores[index] / informations[index], 0)
  }
}

extension AddedVariables {
  /// Information that is only what rounding leaves of a column the model already holds is none.
  static func part(
    score: Double, information: Double, before raw: Double
  ) -> (score: Double, information: Double) {
    information > 1e-10 * raw ? (score, information) : (0, 0)
  }
}
