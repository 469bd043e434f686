private import Foundation
internal import Statistics

/// The deviance of a model for repeated measures as a function of the covariance of the visits, with
/// its gradient; coefficients are profiled out.
///
/// The covariance is L L', L lower triangular with the logarithms of its diagonal as parameters
/// (Pinheiro & Bates 1996, Statistics and Computing 6:289-296), row after row.
///
/// Complexity: O(patterns × visits² × p²) a point, whatever the number of people.
struct RepeatedMeasuresDeviance {
  let patterns: [VisitPattern]
  let visits: Int
  /// The number of columns of X.
  let fixed: Int
  let rows: Int
  let method: LikelihoodMethod

  /// What one covariance gives.
  struct Fit {
    /// The coefficients of Q for the outcome without X.
    let coefficients: [Double]
    /// (Q'V⁻¹Q)⁻¹
    let covariance: Matrix
    let deviance: Double
    /// V⁻¹ of each pattern.
    let inverses: [Matrix]
  }

  /// L of these parameters.
  func factor(_ parameters: [Double]) -> Matrix {
    var lower = Matrix(rows: visits, columns: visits)
    var next = 0
    for i in 0..<visits {
      for j in 0...i {
        lower[i, j] = i == j ? exp(parameters[next]) : parameters[next]
        next += 1
      }
    }
    return lower
  }

  /// The fit at a covariance; `nil` where rounding makes it singular.
  func fit(_ covariance: Matrix) -> Fit? {
    let r = fixed + 1
    var inverses: [Matrix] = []
    var logDeterminant = 0.0
    var sums = [Double](repeating: 0, count: r * r)
    for pattern in patterns {
      let own = Matrix(pattern.visits.map { a in pattern.visits.map { covariance[a, $0] } })
      guard let root = Cholesky(own) else { return nil }
      logDeterminant += Double(pattern.people) * root.logDeterminant
      let inverse = root.inverse
      inverses.append(inverse)
      var pair = 0
      for a in pattern.visits.indices {
        for b in 0...a {
          add(pattern.products[pair], inverse[a, b], isDiagonal: a == b, to: &sums)
          pair += 1
        }
      }
    }
    let whole = Matrix((0..<r).map { Array(sums[$0 * r..<($0 + 1) * r]) })
    var information = Matrix(rows: fixed, columns: fixed)
    for i in 0..<fixed { for j in 0..<fixed { information[i, j] = whole[i, j] } }
    guard let root = Cholesky(information) else { return nil }
    let side = (0..<fixed).map { whole[fixed, $0] }
    let quadratic = whole[fixed, fixed] - root.whiten(side).reduce(0) { $0 + $1 * $1 }
    let isRestricted = method == .reml
    let degrees = Double(rows - (isRestricted ? fixed : 0))
    return Fit(
      coefficients: root.solve(side), covariance: root.inverse,
      deviance: degrees * log(2 * .pi) + logDeterminant + quadratic
        + (isRestricted ? root.logDeterminant : 0), inverses: inverses)
  }

  /// Adds a pair of visits and its mirror image.
  private func add(
    _ products: [Double], _ weight: Double, isDiagonal: Bool, to sums: inout [Double]
  ) {
    let r = fixed + 1
    for i in 0..<r {
      for j in 0..<r {
        let mirrored = isDiagonal ? products[i * r + j] : products[i * r + j] + products[j * r + i]
        sums[i * r + j] += weight * mirrored
      }
    }
  }

  /// The deviance and its gradient; infinite at a covariance that is singular.
  func evaluate(_ parameters: [Double]) -> (value: Double, gradient: [Double]) {
    let lower = factor(parameters)
    guard let fit = fit(lower * lower.transpose), fit.deviance.isFinite else {
      return (.infinity, [Double](repeating: .nan, count: parameters.count))
    }
    // The derivative by the covariance, G, gives 2 G L by the factor.
    let slope = (slope(fit) * lower) * 2
    var gradient: [Double] = []
    for i in 0..<visits {
      for j in 0...i { gradient.append(i == j ? slope[i, i] * lower[i, i] : slope[i, j]) }
    }
    return (fit.deviance, gradient)
  }

  /// Σ n V⁻¹ - V⁻¹ (S + R) V⁻¹ over patterns, S the products of residuals and R what estimating the
  /// coefficients adds under REML.
  private func slope(_ fit: Fit) -> Matrix {
    var slope = Matrix(rows: visits, columns: visits)
    for (pattern, inverse) in zip(patterns, fit.inverses) {
      let count = pattern.visits.count
      var inner = Matrix(rows: count, columns: count)
      var pair = 0
      for a in 0..<count {
        for b in 0...a {
          inner[a, b] = spread(pattern.products[pair], fit)
          inner[b, a] = inner[a, b]
          pair += 1
        }
      }
      let own = inverse * Double(pattern.people) - inverse * inner * inverse
      for (a, visit) in pattern.visits.enumerated() {
        for (b, other) in pattern.visits.enumerated() { slope[visit, other] += own[a, b] }
      }
    }
    return slope
  }

  /// Σ (y_a - x_a β)(y_b - x_b β), and Σ x_a' C x_b with it under REML.
  private func spread(_ products: [Double], _ fit: Fit) -> Double {
    let r = fixed + 1
    var total = products[fixed * r + fixed]
    for i in 0..<fixed {
      let beta = fit.coefficients[i]
      total -= beta * (products[i * r + fixed] + products[fixed * r + i])
      for j in 0..<fixed {
        let restricted = method == .reml ? fit.covariance[i, j] : 0
        total += products[i * r + j] * (beta * fit.coefficients[j] + restricted)
      }
    }
    return total
  }
}
