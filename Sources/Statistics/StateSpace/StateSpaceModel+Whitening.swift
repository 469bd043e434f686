private import Foundation

extension StateSpaceModel {
  /// Observations and regressors turned into an ordinary regression with noise of variance 1.
  ///
  /// Row i holds the one-step forecast errors of observation i and of every regressor, divided by
  /// the standard deviation of that error. Coefficients estimated from these rows by least squares
  /// are the generalised least-squares coefficients of the model (de Jong 1991, Annals of Statistics
  /// 19:1073). Nothing is estimated here and the model's priors on coefficients are not used.
  public struct Whitened: Sendable {
    /// The values, one per observation.
    public let values: [Double]
    /// The regressors, one array per regressor.
    public let regressors: [[Double]]
  }

  /// Whitens observations.
  ///
  /// - Parameter data: the observations, with at most 31 regressors.
  /// - Returns: the whitened rows; an observation without variance leaves a row of zeros.
  /// - Throws: ``StateSpaceError`` when shapes do not fit.
  public func whitened(_ data: Observations) throws(StateSpaceError) -> Whitened {
    try check(data)
    switch data.regressorCount {
    case ...3: return ForwardPass<SIMD4<Double>>(model: self, data: data).whitened()
    case ...7: return ForwardPass<SIMD8<Double>>(model: self, data: data).whitened()
    case ...15: return ForwardPass<SIMD16<Double>>(model: self, data: data).whitened()
    case ...31: return ForwardPass<SIMD32<Double>>(model: self, data: data).whitened()
    default: throw .shape("\(data.regressorCount) regressors; at most 31 are supported")
    }
  }
}

extension ForwardPass {
  fileprivate func whitened() -> StateSpaceModel.Whitened {
    let (_, trace) = traced()
    defer { withExtendedLifetime(trace) {} }
    var values = [Double](repeating: 0, count: data.count)
    var regressors = [[Double]](
      repeating: [Double](repeating: 0, count: data.count), count: data.regressorCount)
    for index in 0..<data.count where trace.variances[index] > 0 {
      let weight = 1 / trace.variances[index].squareRoot()
      let row = trace.innovations[index] * weight
      values[index] = row[0]
      for column in 0..<data.regressorCount { regressors[column][index] = row[column + 1] }
    }
    return StateSpaceModel.Whitened(values: values, regressors: regressors)
  }
}
