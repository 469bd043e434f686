internal import Statistics

/// What one covariance between people says, with its weight on the grid.
struct PooledNode: Hashable, Sendable {
  let weight: Double
  let between: Matrix
  let coefficients: [Double]
  let covariance: Matrix
  /// How many covariates each parameter has.
  let covariates: Int
  let logLikelihood: Double

  init(weight: Double, between: Matrix, fit: PooledLikelihood.Fit, covariates: Int) {
    self.weight = weight
    self.between = between
    self.covariates = covariates
    coefficients = fit.coefficients
    covariance = fit.covariance
    logLikelihood = fit.logLikelihood
  }

  /// The law of a coefficient.
  func coefficient(_ index: Int) -> NormalMixture.Component {
    component(coefficients[index], covariance[index, index])
  }

  func newPerson(_ values: [Double], _ parameter: Int) -> NormalMixture.Component {
    var mean = 0.0
    var variance = between[parameter, parameter]
    for (k, left) in values.enumerated() {
      mean += left * coefficients[parameter * covariates + k]
      for (l, right) in values.enumerated() {
        variance +=
          left * right * covariance[parameter * covariates + k, parameter * covariates + l]
      }
    }
    return component(mean, variance)
  }

  /// The laws of a person's parameters, with the uncertainty of the common mean.
  func person(
    _ person: PooledEstimate, _ weightMatrix: Matrix, _ likelihood: PooledLikelihood
  ) -> [NormalMixture.Component] {
    let gain = between * weightMatrix
    let mean = likelihood.mean(person, coefficients)
    let shift = gain * zip(person.estimate, mean).map { $0 - $1 }
    let rest = Matrix.identity(between.rows) - gain
    let spread =
      between - gain * between + rest * likelihood.meanCovariance(person, covariance)
      * rest.transpose
    return mean.indices.map { component(mean[$0] + shift[$0], spread[$0, $0]) }
  }

  private func component(_ mean: Double, _ variance: Double) -> NormalMixture.Component {
    NormalMixture.Component(
      weight: weight,
      law: Normal(mean: mean, standardDeviation: max(variance, 0).squareRoot()))
  }
}
