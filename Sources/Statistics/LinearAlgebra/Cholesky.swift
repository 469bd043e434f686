private import Foundation

/// The factor L of a symmetric positive definite matrix A = L L', L lower triangular.
///
/// Complexity: n^3 / 3 operations. Source: Golub & Van Loan (2013), Matrix computations, 4.2.
public struct Cholesky: Hashable, Sendable {
  /// The lower triangular factor, zeros above the diagonal.
  public let lower: Matrix

  /// Factors a matrix, of which only the lower triangle is read.
  ///
  /// - Parameter matrix: symmetric; nothing is created unless it is positive definite.
  public init?(_ matrix: Matrix) {
    guard matrix.isSquare else { return nil }
    let count = matrix.rows
    var lower = Matrix(rows: count, columns: count)
    for j in 0..<count {
      for i in j..<count {
        var value = matrix[i, j]
        for k in 0..<j { value -= lower[i, k] * lower[j, k] }
        guard i > j else {
          guard value > 0, value.isFinite else { return nil }
          lower[j, j] = value.squareRoot()
          continue
        }
        lower[i, j] = value / lower[j, j]
      }
    }
    guard lower.isFinite else { return nil }
    self.lower = lower
  }

  /// The natural logarithm of the determinant of A.
  public var logDeterminant: Double { lower.diagonal.reduce(0) { $0 + 2 * log($1) } }

  /// Solves A x = b.
  ///
  /// - Parameter right: b.
  /// - Returns: x; not numbers if b has the wrong count.
  public func solve(_ right: [Double]) -> [Double] {
    var result = whiten(right)
    guard result.count == lower.rows else { return result }
    for i in stride(from: lower.rows - 1, through: 0, by: -1) {
      for k in i + 1..<lower.rows { result[i] -= lower[k, i] * result[k] }
      result[i] /= lower[i, i]
    }
    return result
  }

  /// Solves A X = B.
  ///
  /// - Parameter right: B.
  /// - Returns: X; not numbers if B has the wrong number of rows.
  public func solve(_ right: Matrix) -> Matrix {
    Matrix((0..<right.columns).map { solve(right.column($0)) }).transpose
  }

  /// Solves L x = b: turns noise of covariance A into noise of covariance 1.
  ///
  /// - Parameter right: b.
  /// - Returns: x, whose sum of squares is b' A^-1 b; not numbers if b has the wrong count.
  public func whiten(_ right: [Double]) -> [Double] {
    guard right.count == lower.rows else {
      return [Double](repeating: .nan, count: right.count)
    }
    var result = right
    for i in 0..<lower.rows {
      for k in 0..<i { result[i] -= lower[i, k] * result[k] }
      result[i] /= lower[i, i]
    }
    return result
  }

  /// The inverse of A.
  public var inverse: Matrix { solve(.identity(lower.rows)).symmetrised }
}
