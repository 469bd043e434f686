private import Foundation

extension RandomStream {
  /// The next number of the chi-squared law, as a sum of squares of independent normal numbers.
  ///
  /// Complexity: O(degrees of freedom), about a nanosecond each.
  ///
  /// - Parameter degreesOfFreedom: whole, 1 or more; fewer give 0.
  /// - Returns: a number above 0.
  public mutating func chiSquared(degreesOfFreedom: Int) -> Double {
    guard degreesOfFreedom > 0 else { return 0 }
    // Two squares together are exponential, so their sum is -2 log of a product of uniforms.
    var logarithm = 0.0
    var product = 1.0
    for _ in 0..<degreesOfFreedom / 2 {
      product *= uniform()
      guard product < 1e-250 else { continue }
      logarithm += log(product)
      product = 1
    }
    let even = -2 * (logarithm + log(product))
    guard degreesOfFreedom % 2 == 1 else { return even }
    let last = normal()
    return even + last * last
  }

  /// The next matrix of the Wishart law, the sum of `degreesOfFreedom` products v v' with
  /// v ~ N(0, scale).
  ///
  /// Source: Bartlett's decomposition, in Smith & Hocking (1972), algorithm AS 53, Applied
  /// Statistics 21:341.
  ///
  /// - Parameters:
  ///   - degreesOfFreedom: whole, at least the number of rows for a matrix of full rank.
  ///   - scale: the factor of the covariance of v.
  /// - Returns: a symmetric matrix with the mean `degreesOfFreedom` times scale.
  public mutating func wishart(degreesOfFreedom: Int, scale: Cholesky) -> Matrix {
    let factor = scale.lower * bartlett(count: scale.lower.rows, degreesOfFreedom)
    return (factor * factor.transpose).symmetrised
  }

  /// The next matrix of the inverse Wishart law: the inverse of a Wishart matrix of the inverse
  /// scale.
  ///
  /// - Parameters:
  ///   - degreesOfFreedom: whole, at least the number of rows.
  ///   - scale: the factor of the scale.
  /// - Returns: a symmetric matrix with the mean scale / (degreesOfFreedom - rows - 1), or nothing
  ///   where there are fewer degrees of freedom than rows.
  public mutating func inverseWishart(degreesOfFreedom: Int, scale: Cholesky) -> Matrix? {
    let count = scale.lower.rows
    guard degreesOfFreedom >= count else { return nil }
    let draw = bartlett(count: count, degreesOfFreedom)
    // Scale = L L' and the draw is A A', so the inverse is (L A'⁻¹)(L A'⁻¹)'.
    guard let inverse = LU(draw.transpose)?.inverse else { return nil }
    let factor = scale.lower * inverse
    return (factor * factor.transpose).symmetrised
  }

  /// The lower triangular factor of a Wishart matrix of unit scale.
  private mutating func bartlett(count: Int, _ degreesOfFreedom: Int) -> Matrix {
    var factor = Matrix(rows: count, columns: count)
    for row in 0..<count {
      for column in 0..<row { factor[row, column] = normal() }
      factor[row, row] = chiSquared(degreesOfFreedom: degreesOfFreedom - row).squareRoot()
    }
    return factor
  }
}
