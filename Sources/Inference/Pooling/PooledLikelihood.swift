private import Foundation
internal import Statistics

/// The restricted likelihood of the covariance S between people, estimates ~ N(Γ x_i, S + V_i).
///
/// Γ is integrated out. Complexity: O(people × d²(d + c²)) for d parameters and c covariates.
struct PooledLikelihood {
  let estimates: [PooledEstimate]
  let parameters: Int
  let covariates: Int

  /// What one covariance gives.
  struct Fit {
    /// Γ, parameter after parameter.
    let coefficients: [Double]
    let covariance: Matrix
    let logLikelihood: Double
    /// The inverse of S + V_i of each person.
    let weights: [Matrix]
  }

  /// The fit at a covariance; `nil` where an S + V_i is singular or covariates are collinear.
  func fit(_ between: Matrix) -> Fit? {
    let size = parameters * covariates
    var information = Matrix(rows: size, columns: size)
    var side = [Double](repeating: 0, count: size)
    var weights: [Matrix] = []
    weights.reserveCapacity(estimates.count)
    var twice = 0.0
    for person in estimates {
      guard let root = Cholesky(between + person.covariance) else { return nil }
      let weight = root.inverse
      twice += root.logDeterminant
      add(weight, person, &information, &side)
      weights.append(weight)
    }
    guard let root = Cholesky(information) else { return nil }
    let coefficients = root.solve(side)
    for (person, weight) in zip(estimates, weights) {
      let rest = residual(person, coefficients)
      twice += zip(rest, weight * rest).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let degrees = Double(estimates.count * parameters - size)
    twice += degrees * log(2 * .pi) + root.logDeterminant
    guard twice.isFinite else { return nil }
    return Fit(
      coefficients: coefficients, covariance: root.inverse, logLikelihood: -twice / 2,
      weights: weights)
  }

  private func add(
    _ weight: Matrix, _ person: PooledEstimate, _ information: inout Matrix, _ side: inout [Double]
  ) {
    let weighted = weight * person.estimate
    for a in 0..<parameters {
      for (k, left) in person.covariates.enumerated() {
        side[a * covariates + k] += weighted[a] * left
        for b in 0..<parameters {
          for (l, right) in person.covariates.enumerated() {
            information[a * covariates + k, b * covariates + l] += weight[a, b] * left * right
          }
        }
      }
    }
  }

  /// Γ x of a person.
  func mean(_ person: PooledEstimate, _ coefficients: [Double]) -> [Double] {
    (0..<parameters).map { a in
      person.covariates.indices.reduce(0) {
        $0 + coefficients[a * covariates + $1] * person.covariates[$1]
      }
    }
  }

  private func residual(_ person: PooledEstimate, _ coefficients: [Double]) -> [Double] {
    zip(person.estimate, mean(person, coefficients)).map { $0 - $1 }
  }

  /// The covariance of Γ x.
  func meanCovariance(_ person: PooledEstimate, _ covariance: Matrix) -> Matrix {
    var result = Matrix(rows: parameters, columns: parameters)
    for a in 0..<parameters {
      for b in 0..<parameters {
        for (k, left) in person.covariates.enumerated() {
          for (l, right) in person.covariates.enumerated() {
            result[a, b] += left * right * covariance[a * covariates + k, b * covariates + l]
          }
        }
      }
    }
    return result
  }

  /// -2 log-likelihood and its gradient by the entries of the factor L of S = L L', row after row.
  ///
  /// No entry has a sign or a limit, so that a variance of exactly 0 is no edge.
  func deviance(_ entries: [Double]) -> (value: Double, gradient: [Double]) {
    let lower = factor(entries)
    guard let fit = fit(lower * lower.transpose) else {
      return (.infinity, [Double](repeating: .nan, count: entries.count))
    }
    var slope = Matrix(rows: parameters, columns: parameters)
    for (person, weight) in zip(estimates, fit.weights) {
      let pull = weight * residual(person, fit.coefficients)
      slope = slope + weight - weight * meanCovariance(person, fit.covariance) * weight
      for a in 0..<parameters { for b in 0..<parameters { slope[a, b] -= pull[a] * pull[b] } }
    }
    let turned = (slope * lower) * 2
    return (
      -2 * fit.logLikelihood, (0..<parameters).flatMap { a in (0...a).map { turned[a, $0] } }
    )
  }

  /// L with these entries, row after row.
  func factor(_ entries: [Double]) -> Matrix {
    var lower = Matrix(rows: parameters, columns: parameters)
    var next = 0
    for a in 0..<parameters {
      for b in 0...a {
        lower[a, b] = entries[next]
        next += 1
      }
    }
    return lower
  }

  /// One step of the EM algorithm: the mean of the posterior covariances and squared deviations.
  ///
  /// Dempster, Laird and Rubin (1977), JRSS B 39:1-38; the uncertainty of Γ enters as under REML.
  func expectationStep(_ between: Matrix) -> Matrix? {
    guard let fit = fit(between) else { return nil }
    var sum = Matrix(rows: parameters, columns: parameters)
    for (person, weight) in zip(estimates, fit.weights) {
      let gain = between * weight
      let deviation = gain * residual(person, fit.coefficients)
      let shared = gain * meanCovariance(person, fit.covariance) * gain.transpose
      sum = sum + between - gain * between + shared
      for a in 0..<parameters {
        for b in 0..<parameters { sum[a, b] += deviation[a] * deviation[b] }
      }
    }
    return (sum * (1 / Double(estimates.count))).symmetrised
  }
}
