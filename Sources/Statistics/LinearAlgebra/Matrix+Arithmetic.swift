extension Matrix {
  /// The sum of two matrices of one shape.
  ///
  /// - Parameters:
  ///   - left: a matrix.
  ///   - right: a matrix of the same shape.
  /// - Returns: the sum.
  public static func + (left: Matrix, right: Matrix) -> Matrix { combined(left, right, +) }

  /// The difference of two matrices of one shape.
  ///
  /// - Parameters:
  ///   - left: a matrix.
  ///   - right: a matrix of the same shape.
  /// - Returns: the difference.
  public static func - (left: Matrix, right: Matrix) -> Matrix { combined(left, right, -) }

  /// The matrix with every entry multiplied by a number.
  ///
  /// - Parameters:
  ///   - left: a matrix.
  ///   - right: a number.
  /// - Returns: the multiple.
  public static func * (left: Matrix, right: Double) -> Matrix {
    Matrix(shape: left) { left.elements[$0] * right }
  }

  /// The product of two matrices.
  ///
  /// - Parameters:
  ///   - left: a matrix.
  ///   - right: a matrix with as many rows as `left` has columns.
  /// - Returns: the product.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    var result = Matrix(
      rows: left.rows, columns: right.columns, repeating: left.columns == right.rows ? 0 : .nan)
    guard left.columns == right.rows else { return result }
    for i in 0..<left.rows {
      for k in 0..<left.columns {
        let factor = left[i, k]
        for j in 0..<right.columns { result[i, j] += factor * right[k, j] }
      }
    }
    return result
  }

  /// The product of a matrix and a column of numbers.
  ///
  /// - Parameters:
  ///   - left: a matrix.
  ///   - right: as many numbers as `left` has columns.
  /// - Returns: as many numbers as `left` has rows.
  public static func * (left: Matrix, right: [Double]) -> [Double] {
    guard left.columns == right.count else { return [Double](repeating: .nan, count: left.rows) }
    return (0..<left.rows).map { i in
      right.indices.reduce(0) { $0 + left[i, $1] * right[$1] }
    }
  }

  /// The mean of the matrix and its transpose, which removes the asymmetry of rounding.
  public var symmetrised: Matrix { (self + transpose) * 0.5 }

  /// The greatest absolute sum of a column, infinity or not a number if an entry is.
  public var columnNorm: Double {
    (0..<columns).reduce(0) { greatest, column in
      let sum = (0..<rows).reduce(0) { $0 + abs(self[$1, column]) }
      return sum > greatest || sum.isNaN ? sum : greatest
    }
  }

  private static func combined(
    _ left: Matrix, _ right: Matrix, _ operation: (Double, Double) -> Double
  ) -> Matrix {
    guard left.rows == right.rows, left.columns == right.columns else {
      return Matrix(rows: left.rows, columns: left.columns, repeating: .nan)
    }
    return Matrix(shape: left) { operation(left.elements[$0], right.elements[$0]) }
  }

  private init(shape: Matrix, element: (Int) -> Double) {
    self.init(shape.rows, shape.columns, shape.elements.indices.map(element))
  }
}
