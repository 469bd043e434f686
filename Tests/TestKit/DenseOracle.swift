import Foundation

/// Plain dense algebra by Gaussian elimination: slow, obvious, and independent of the code it checks.
public enum DenseOracle {
  /// A matrix as rows of numbers.
  public typealias Rows = [[Double]]

  /// The inverse and the logarithm of the determinant of a matrix with positive determinant.
  ///
  /// - Parameter matrix: a square matrix.
  /// - Returns: its inverse and log-determinant.
  public static func inverse(_ matrix: Rows) -> (inverse: Rows, logDeterminant: Double) {
    let size = matrix.count
    var work = matrix
    var result = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0 } }
    var logDeterminant = 0.0
    for column in 0..<size {
      let pivot = (column..<size).max { abs(work[$0][column]) < abs(work[$1][column]) } ?? column
      work.swapAt(pivot, column)
      result.swapAt(pivot, column)
      let scale = work[column][column]
      logDeterminant += log(abs(scale))
      for index in 0..<size {
        work[column][index] /= scale
        result[column][index] /= scale
      }
      for row in 0..<size where row != column {
        let factor = work[row][column]
        guard factor != 0 else { continue }
        for index in 0..<size {
          work[row][index] -= factor * work[column][index]
          result[row][index] -= factor * result[column][index]
        }
      }
    }
    return (result, logDeterminant)
  }

  /// The product of two matrices.
  ///
  /// - Parameters:
  ///   - left: the left factor.
  ///   - right: the right factor.
  /// - Returns: their product.
  public static func product(_ left: Rows, _ right: Rows) -> Rows {
    left.map { row in
      right[0].indices.map { column in
        row.indices.reduce(0) { $0 + row[$1] * right[$1][column] }
      }
    }
  }

  /// The transpose of a matrix.
  ///
  /// - Parameter matrix: any matrix with at least one row.
  /// - Returns: its transpose.
  public static func transpose(_ matrix: Rows) -> Rows {
    matrix[0].indices.map { column in matrix.map { $0[column] } }
  }

  /// Generalised least squares with the diffuse likelihood, straight from its definition.
  public struct Regression {
    /// β.
    public let coefficients: [Double]
    /// (X'V⁻¹X + B⁻¹)⁻¹.
    public let covariance: Rows
    /// V⁻¹ - V⁻¹X (X'V⁻¹X + B⁻¹)⁻¹ X'V⁻¹.
    public let projection: Rows
    /// The diffuse log-likelihood.
    public let logLikelihood: Double

    /// Solves y = Xβ + N(0, V), β_j ~ N(0, b_j).
    ///
    /// - Parameters:
    ///   - values: y.
    ///   - design: X, a row per observation.
    ///   - covariance: V.
    ///   - priors: b, infinite for a diffuse coefficient.
    public init(values: [Double], design: Rows, covariance: Rows, priors: [Double]) {
      let (precision, logDeterminant) = DenseOracle.inverse(covariance)
      let weighted = DenseOracle.product(precision, design)
      var information = DenseOracle.product(DenseOracle.transpose(design), weighted)
      for index in priors.indices { information[index][index] += 1 / priors[index] }
      let (inverse, logInformation) = DenseOracle.inverse(information)
      let column = values.map { [$0] }
      let right = DenseOracle.product(DenseOracle.transpose(weighted), column)
      let solution = DenseOracle.product(inverse, right)
      let pulled = DenseOracle.product(
        DenseOracle.product(weighted, inverse), DenseOracle.transpose(weighted))
      let projection = precision.indices.map { row in
        precision.indices.map { precision[row][$0] - pulled[row][$0] }
      }
      let image = DenseOracle.product(projection, column)
      let quadratic = values.indices.reduce(0) { $0 + values[$1] * image[$1][0] }
      let proper = priors.filter(\.isFinite)
      let terms = Double(values.count - (priors.count - proper.count))
      coefficients = solution.map { $0[0] }
      self.covariance = inverse
      self.projection = projection
      logLikelihood =
        -0.5
        * (terms * log(2 * .pi) + logDeterminant + logInformation
          + proper.reduce(0) { $0 + log($1) } + quadratic)
    }
  }
}
