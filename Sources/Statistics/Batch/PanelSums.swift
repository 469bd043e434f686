private import Foundation

/// What the log-likelihood of the people in the lanes is made of.
struct PanelSums {
  /// The sum of squared innovations over their variances.
  var squares = Lanes()
  /// How many values were observed.
  var observed = Lanes()
  /// The product of the variances of the innovations.
  var determinant = LogProduct()

  /// The log-likelihood of one lane.
  func logLikelihood(_ lane: Int) -> Double {
    let parts = determinant.parts(lane)
    let logDeterminant = log(parts.mantissa) + Double(parts.exponent) * log(2)
    return -0.5 * (observed[lane] * Normal.logTwoPi + logDeterminant + squares[lane])
  }
}
