private import Foundation

/// The regression of innovations on regressors that a forward pass leaves behind.
///
/// `products` holds `Σ v v' / F` over all columns, the value first. From it follow the coefficients,
/// their covariance and every version of the likelihood.
struct InnovationSums {
  let count: Int
  let logVariances: Double
  let columnCount: Int
  let products: [Double]
  /// Whether an observation without variance would have settled a coefficient for certain, which
  /// sums of `v v' / F` cannot hold.
  var isSettled = false

  var regressorCount: Int { columnCount - 1 }

  /// The regression solved at given variances.
  struct Solution {
    /// β.
    let coefficients: [Double]
    /// The factor of X'V⁻¹X + B⁻¹.
    let factor: PackedCholesky
    /// Weighted residual sum of squares, with the pull of proper priors.
    let residual: Double
    /// log |X'V⁻¹X + B⁻¹|.
    let logInformation: Double
    /// Σ log b over the proper coefficients.
    let logPriors: Double
    /// The number of diffuse coefficients.
    let diffuseCount: Int
  }

  func solved(priors: [Double]) throws(StateSpaceError) -> Solution {
    let size = regressorCount
    var information = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0..<size {
        information[row * size + column] = products[(row + 1) * columnCount + column + 1]
      }
      information[row * size + row] += 1 / priors[row]
    }
    let right = (0..<size).map { products[$0 + 1] }
    let factor = try PackedCholesky(information, size: size)
    let coefficients = factor.solve(right)
    var explained = 0.0
    var logPriors = 0.0
    var diffuse = size
    for index in 0..<size {
      explained += coefficients[index] * right[index]
      guard priors[index].isFinite else { continue }
      logPriors += log(priors[index])
      diffuse -= 1
    }
    return Solution(
      coefficients: coefficients, factor: factor,
      residual: max(products[0] - explained, 0), logInformation: factor.logDeterminant,
      logPriors: logPriors, diffuseCount: diffuse)
  }
}

/// The Cholesky factor of a small symmetric matrix that names the column that fails.
struct PackedCholesky {
  private let size: Int
  private var factor: [Double]

  init(_ matrix: [Double], size: Int) throws(StateSpaceError) {
    self.size = size
    factor = matrix
    for row in 0..<size {
      for column in 0...row {
        var sum = matrix[row * size + column]
        for inner in 0..<column {
          sum -= factor[row * size + inner] * factor[column * size + inner]
        }
        if row != column {
          factor[row * size + column] = sum / factor[column * size + column]
          continue
        }
        // What is left of a column after the earlier ones: rounding leaves about 1e-16 of it.
        guard sum > 1e-12 * matrix[row * size + row] else { throw .collinear(column: row) }
        factor[row * size + row] = sum.squareRoot()
      }
    }
  }

  var logDeterminant: Double {
    (0..<size).reduce(0) { $0 + 2 * log(factor[$1 * size + $1]) }
  }

  func solve(_ right: [Double]) -> [Double] {
    var solution = right
    for row in 0..<size {
      for inner in 0..<row { solution[row] -= factor[row * size + inner] * solution[inner] }
      solution[row] /= factor[row * size + row]
    }
    for row in (0..<size).reversed() {
      for inner in row + 1..<max(size, row + 1) {
        solution[row] -= factor[inner * size + row] * solution[inner]
      }
      solution[row] /= factor[row * size + row]
    }
    return solution
  }

  /// v' A⁻¹ v = |L⁻¹ v|².
  func quadratic(_ vector: [Double]) -> Double {
    var solution = vector
    var sum = 0.0
    for row in 0..<size {
      for inner in 0..<row { solution[row] -= factor[row * size + inner] * solution[inner] }
      solution[row] /= factor[row * size + row]
      sum += solution[row] * solution[row]
    }
    return sum
  }

  func inverse() -> [Double] {
    var result = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      var unit = [Double](repeating: 0, count: size)
      unit[column] = 1
      for (row, value) in solve(unit).enumerated() { result[row * size + column] = value }
    }
    return result
  }
}
