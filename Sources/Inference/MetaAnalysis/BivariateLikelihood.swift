private import Foundation

/// The likelihood of pairs with errors in both: ξ_i ~ N(κ, t²), η_i ~ N(α + β ξ_i, r²), and pairs of
/// estimates about (η_i, ξ_i) with known sampling covariances. α and κ are integrated out (REML) or
/// at their best (ML).
///
/// All matrices are two by two and written out, since an interval takes ten thousands of values.
struct BivariateLikelihood {
  /// One pair in numbers: response, predictor, their sampling variances and covariance.
  struct Point {
    let response: Double
    let predictor: Double
    let responseVariance: Double
    let predictorVariance: Double
    let covariance: Double
  }

  /// β, r and t; the signs of r and t do not matter, so that 0 is no edge.
  struct Parameters {
    var slope: Double
    var residual: Double
    var spread: Double
  }

  let points: [Point]
  let method: LikelihoodMethod

  /// -2 log-likelihood with all constants, and the means of response and predictor.
  func fit(_ parameters: Parameters) -> (deviance: Double, response: Double, predictor: Double) {
    let spread = parameters.spread * parameters.spread
    let shared = parameters.slope * spread
    let response = parameters.slope * shared + parameters.residual * parameters.residual
    var (a, b, c, u, v, square, logs) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for point in points {
      let (p, q) = (response + point.responseVariance, shared + point.covariance)
      let s = spread + point.predictorVariance
      let determinant = p * s - q * q
      guard determinant > 0 else { return (.infinity, 0, 0) }
      let (w11, w12, w22) = (s / determinant, -q / determinant, p / determinant)
      let left = w11 * point.response + w12 * point.predictor
      let right = w12 * point.response + w22 * point.predictor
      a += w11
      b += w12
      c += w22
      u += left
      v += right
      square += point.response * left + point.predictor * right
      logs += log(determinant)
    }
    let information = a * c - b * b
    let means = ((c * u - b * v) / information, (a * v - b * u) / information)
    let rest = square - means.0 * u - means.1 * v
    let count = Double(2 * points.count)
    let constants = method == .reml ? count - 2 : count
    let restriction = method == .reml ? log(information) : 0
    return (logs + rest + restriction + constants * log(2 * .pi), means.0, means.1)
  }
}
