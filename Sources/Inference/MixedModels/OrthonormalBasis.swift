private import Foundation
internal import Statistics

/// Columns X written as Q R, Q orthonormal and R upper triangular.
///
/// Models are fitted in the columns of Q, which keeps their digits whatever the units of X.
/// Gram and Schmidt's method with a second pass; Golub & Van Loan (2013), Matrix computations, 5.2.
struct OrthonormalBasis {
  /// The columns of Q.
  private(set) var columns: [[Double]] = []
  /// R.
  private(set) var triangle: Matrix

  /// The share of a column that must be left when the columns before it are taken out.
  private static let tolerance = 1e-9

  /// - Throws: ``InferenceError/collinear(name:)`` for the first column that adds nothing.
  init(_ columns: [ModelColumn]) throws(InferenceError) {
    triangle = Matrix(rows: columns.count, columns: columns.count)
    for (index, column) in columns.enumerated() {
      var (rest, coefficients, size) = remainder(of: column.values)
      let norm = OrthonormalBasis.norm(rest)
      // A column scaled to a largest entry of 1 has a norm of at least 1.
      guard size > 0, norm > OrthonormalBasis.tolerance * OrthonormalBasis.norm(column.values, size)
      else { throw .collinear(name: column.name) }
      for row in rest.indices { rest[row] /= norm }
      for (place, value) in coefficients.enumerated() { triangle[place, index] = value * size }
      triangle[index, index] = norm * size
      self.columns.append(rest)
    }
  }

  /// What the basis leaves of a column, and the coefficients of what it takes; both in units of the
  /// largest absolute entry, which keeps squares from overflowing.
  func remainder(of values: [Double]) -> (rest: [Double], coefficients: [Double], size: Double) {
    let size = values.reduce(0) { max($0, abs($1)) }
    var rest = size > 0 ? values.map { $0 / size } : values
    var coefficients = [Double](repeating: 0, count: columns.count)
    for _ in 0..<2 {
      for (place, column) in columns.enumerated() {
        let inner = OrthonormalBasis.product(column, rest)
        coefficients[place] += inner
        for row in rest.indices { rest[row] -= inner * column[row] }
      }
    }
    return (rest, coefficients, size)
  }

  /// log |R|², what the determinant of X'WX has beyond that of Q'WQ.
  var logDeterminant: Double { triangle.diagonal.reduce(0) { $0 + 2 * log($1) } }

  /// R⁻¹ x.
  func solve(_ right: [Double]) -> [Double] {
    var result = right
    for i in stride(from: result.count - 1, through: 0, by: -1) {
      for k in i + 1..<result.count { result[i] -= triangle[i, k] * result[k] }
      result[i] /= triangle[i, i]
    }
    return result
  }

  /// R⁻¹ A R⁻ᵀ, which turns a covariance in the columns of Q into one in the columns of X.
  func covariance(_ inner: Matrix) -> Matrix {
    let half = Matrix((0..<inner.columns).map { solve(inner.column($0)) })
    return Matrix((0..<inner.rows).map { solve(half.column($0)) }).symmetrised
  }

  private static func product(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for row in left.indices { sum += left[row] * right[row] }
    return sum
  }

  private static func norm(_ values: [Double], _ size: Double = 1) -> Double {
    var sum = 0.0
    for value in values { sum += (value / size) * (value / size) }
    return sum.squareRoot()
  }
}
