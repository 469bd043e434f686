private import Foundation
public import Statistics

/// A mixed model for repeated measures (MMRM): each planned visit has its own variance and each pair
/// its own covariance, estimated by REML or ML from everybody who came at least once.
///
/// Visits may be missing at random: whether somebody came may depend on what was seen of the person,
/// not on what was missed. Mallinckrodt et al. (2008), Drug Information Journal 42:303-319.
/// Standard errors take the estimated covariance as known; there is no small-sample correction.
public struct RepeatedMeasuresModel: Hashable, Sendable {
  /// Which likelihood was made largest.
  public let method: LikelihoodMethod
  /// β, in the order of the columns.
  public let fixedEffects: [FixedEffect]
  /// The covariance of the estimates of β.
  public let fixedCovariance: Matrix
  /// The covariance of the visits given the columns.
  public let visitCovariance: Matrix
  /// The restricted or ordinary log-likelihood: n - p or n constants of 2π, no ½ log |X'X|.
  public let logLikelihood: Double
  /// The number of people.
  public let people: Int
  /// The number of rows.
  public let rows: Int
  /// Whether the search ended because nothing better was near.
  public let isConverged: Bool
  /// How many likelihoods the search took.
  public let evaluations: Int

  /// Fits a model.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - method: which likelihood to make largest.
  /// - Throws: ``InferenceError`` when a column is a combination of others or the outcome does not
  ///   vary beyond what is explained.
  public init(
    _ data: RepeatedMeasuresData, method: LikelihoodMethod = .reml
  ) throws(InferenceError) {
    let outcome = try StandardisedOutcome(data)
    let deviance = RepeatedMeasuresDeviance(
      patterns: VisitPattern.all(data, columns: outcome.basis.columns + [outcome.rest]),
      visits: data.visits, fixed: data.fixed.count, rows: outcome.rest.count, method: method)
    let found = QuasiNewton(tolerance: 1e-10, evaluationLimit: 1_000).minimum(
      ofDifferentiable: deviance.evaluate,
      from: RepeatedMeasuresModel.start(data, outcome.rest))
    let lower = deviance.factor(found.point)
    guard let fit = deviance.fit(lower * lower.transpose),
      lower.diagonal.allSatisfy({ $0 > 1e-7 })
    else {
      throw .unusable(
        "the visits' covariance is singular: one visit is explained exactly by the others or by the "
          + "fixed effects; leave it or some effects out")
    }
    self.init(data, outcome, method, fit, lower, found)
  }

  private init(
    _ data: RepeatedMeasuresData, _ outcome: StandardisedOutcome, _ method: LikelihoodMethod,
    _ fit: RepeatedMeasuresDeviance.Fit, _ lower: Matrix, _ found: Minimum
  ) {
    let (size, basis) = (outcome.size, outcome.basis)
    let covariance = basis.covariance(fit.covariance) * (size * size)
    let estimates = basis.solve(zip(fit.coefficients, outcome.taken).map { ($0 + $1) * size })
    let degrees = Double(data.outcome.count - (method == .reml ? data.fixed.count : 0))
    self.method = method
    fixedEffects = data.fixed.indices.map { index in
      FixedEffect(
        name: data.fixed[index].name, estimate: estimates[index],
        standardError: max(covariance[index, index], 0).squareRoot())
    }
    fixedCovariance = covariance
    visitCovariance = (lower * lower.transpose) * (size * size)
    logLikelihood =
      -0.5
      * (fit.deviance + 2 * degrees * log(size) + (method == .reml ? basis.logDeterminant : 0))
    people = data.groups.people.count
    rows = data.outcome.count
    isConverged = found.outcome == .converged
    evaluations = found.evaluations
  }

  /// Independent visits with the variance of the rest at each.
  private static func start(_ data: RepeatedMeasuresData, _ rest: [Double]) -> [Double] {
    var squares = [Double](repeating: 0, count: data.visits)
    var counts = squares
    for (visit, value) in zip(data.visit, rest) {
      squares[visit] += value * value
      counts[visit] += 1
    }
    return (0..<data.visits).flatMap { i in
      (0...i).map { j in
        i == j ? 0.5 * log(max(squares[i] / max(counts[i], 1), 1e-6)) : 0
      }
    }
  }

  /// The coefficient of a column.
  ///
  /// - Parameter name: the name of the column.
  /// - Returns: its effect; `nil` if there is no such column.
  public func fixedEffect(_ name: String) -> FixedEffect? {
    fixedEffects.first { $0.name == name }
  }
}

/// The outcome without the columns of X, in units in which its mean square is 1, so that a search
/// starts near the answer.
private struct StandardisedOutcome {
  let basis: OrthonormalBasis
  let rest: [Double]
  /// What X takes out of the outcome, as coefficients of Q.
  let taken: [Double]
  /// The unit.
  let size: Double

  init(_ data: RepeatedMeasuresData) throws(InferenceError) {
    basis = try OrthonormalBasis(data.fixed)
    let (rest, coefficients, size) = basis.remainder(of: data.outcome)
    let spread = (rest.reduce(0) { $0 + $1 * $1 } / Double(rest.count)).squareRoot()
    guard size > 0, spread > 1e-11 else {
      throw .unusable(
        "the outcome does not vary beyond what the fixed effects explain exactly; leave some out, or "
          + "look whether the right column was named")
    }
    self.rest = rest.map { $0 / spread }
    taken = coefficients.map { $0 / spread }
    self.size = size * spread
  }
}
