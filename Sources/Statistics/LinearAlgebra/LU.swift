/// The triangular factors of a square matrix with its rows exchanged: P A = L U.
///
/// Complexity: 2 n^3 / 3 operations. Source: Golub & Van Loan (2013), Matrix computations, 3.4.
public struct LU: Hashable, Sendable {
  private let factors: Matrix
  private let order: [Int]
  private let sign: Double

  /// Factors a matrix with partial pivoting.
  ///
  /// - Parameter matrix: square and finite; nothing is created if it is singular.
  public init?(_ matrix: Matrix) {
    guard matrix.isSquare, matrix.isFinite else { return nil }
    var factors = matrix
    var order = Array(0..<matrix.rows)
    var sign = 1.0
    for k in 0..<matrix.rows {
      let pivot = (k..<matrix.rows).max { abs(factors[$0, k]) < abs(factors[$1, k]) } ?? k
      guard factors[pivot, k] != 0 else { return nil }
      if pivot != k {
        for j in 0..<matrix.rows {
          (factors[k, j], factors[pivot, j]) = (factors[pivot, j], factors[k, j])
        }
        order.swapAt(k, pivot)
        sign = -sign
      }
      for i in k + 1..<matrix.rows {
        factors[i, k] /= factors[k, k]
        let factor = factors[i, k]
        guard factor != 0 else { continue }
        for j in k + 1..<matrix.rows { factors[i, j] -= factor * factors[k, j] }
      }
    }
    guard factors.isFinite else { return nil }
    self.factors = factors
    self.order = order
    self.sign = sign
  }

  /// The determinant of A.
  public var determinant: Double { factors.diagonal.reduce(sign, *) }

  /// The smallest pivot over the greatest: 0 means singular, near 0 that digits are lost.
  public var pivotRatio: Double {
    let sizes = factors.diagonal.map(abs)
    guard let smallest = sizes.min(), let greatest = sizes.max() else { return 1 }
    return smallest / greatest
  }

  /// Solves A x = b.
  ///
  /// - Parameter right: b.
  /// - Returns: x; not numbers if b has the wrong count.
  public func solve(_ right: [Double]) -> [Double] {
    let count = factors.rows
    guard right.count == count else { return [Double](repeating: .nan, count: right.count) }
    var result = order.map { right[$0] }
    for i in 0..<count {
      for k in 0..<i { result[i] -= factors[i, k] * result[k] }
    }
    for i in stride(from: count - 1, through: 0, by: -1) {
      for k in i + 1..<count { result[i] -= factors[i, k] * result[k] }
      result[i] /= factors[i, i]
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

  /// The inverse of A.
  public var inverse: Matrix { solve(.identity(factors.rows)) }
}
