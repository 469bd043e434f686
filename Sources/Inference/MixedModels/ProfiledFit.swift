private import Foundation
internal import Statistics

/// Coefficients, residual variance and deviance at one relative factor, in the orthonormal columns
/// and the outcome's own unit.
struct ProfiledFit {
  /// The coefficients of Q for the outcome without X.
  let coefficients: [Double]
  /// The factor R' of Q'WQ = R'R, inverted: lower triangular.
  let inverseTriangle: Matrix
  /// The penalised residual sum of squares.
  let penalised: Double
  /// n, or n - p when the coefficients are integrated out.
  let degrees: Double
  /// -2 log-likelihood in the outcome's own unit and the columns Q.
  let deviance: Double

  init?(
    products: PersonProducts, method: LikelihoodMethod, logDeterminant: Double,
    explained: [Double]
  ) {
    let p = products.fixed
    let r = p + 1
    // Q'WQ = I - Σ C_X'C_X, and likewise for the outcome, which is orthogonal to Q.
    var information = Matrix(rows: p, columns: p)
    for a in 0..<p {
      for b in 0...a { information[a, b] = (a == b ? 1 : 0) - explained[a * r + b] }
    }
    guard let root = Cholesky(information) else { return nil }
    let side = (0..<p).map { -explained[p * r + $0] }
    let white = root.whiten(side)
    penalised =
      products.outcomeSquare - explained[p * r + p] - white.reduce(0) { $0 + $1 * $1 }
    degrees = Double(products.rows - (method == .reml ? p : 0))
    guard penalised > 0, logDeterminant.isFinite else { return nil }
    coefficients = root.solve(side)
    inverseTriangle =
      Matrix(
        (0..<p).map { column in
          root.whiten((0..<p).map { $0 == column ? 1 : 0 })
        }
      ).transpose
    let restriction = method == .reml ? root.logDeterminant : 0
    deviance =
      logDeterminant + restriction + degrees * (1 + log(2 * .pi * penalised / degrees))
  }

  /// The residual variance in the outcome's own unit.
  var variance: Double { penalised / degrees }
}
