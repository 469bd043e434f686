internal import Statistics

/// The joint posterior of both equations under a flat prior.
///
/// The error covariance Σ has an inverse Wishart posterior with n - p + 1 degrees of freedom, p
/// counting the larger equation with its intercept, so that the coefficients of that equation have
/// Student's law with n - p. Given Σ, the coefficients of both equations are jointly normal about
/// least squares with the covariance that these estimates have under Σ; with the same regressors in
/// both this is the normal-inverse-Wishart posterior (Zellner 1971, An introduction to Bayesian
/// inference in econometrics, chapter 8).
struct MediationPosterior {
  let mediator: Equation
  let outcome: Equation
  /// Sums of squares and products of what is left unexplained.
  let residuals: Matrix
  private let design: MediationDesign
  private let union: Cholesky
  private let errors: Cholesky
  private let degreesOfFreedom: Int

  /// One equation by least squares.
  struct Equation {
    /// The columns it holds.
    let chosen: [Int]
    let factor: Cholesky
    let coefficients: [Double]
    let residuals: [Double]

    fileprivate init?(_ design: MediationDesign, _ chosen: [Int], _ values: [Double]) {
      guard let factor = Cholesky(design.gram(chosen)) else { return nil }
      let coefficients = factor.solve(
        chosen.map { design.product(design.columns[$0].values, values) })
      self.chosen = chosen
      self.factor = factor
      self.coefficients = coefficients
      residuals = values.indices.map { row in
        zip(chosen, coefficients).reduce(values[row]) {
          $0 - $1.1 * design.columns[$1.0].values[row]
        }
      }
    }

    /// The place of a column in the equation.
    func place(_ column: Int) -> Int? { chosen.firstIndex(of: column) }

    /// The estimate moved by noise, given as its products with all columns.
    fileprivate func moved(by noise: [Double]) -> [Double] {
      zip(coefficients, factor.solve(chosen.map { noise[$0] })).map { $0 + $1 }
    }
  }

  /// Coefficients of both equations, in standard deviations, by column; 0 for absent ones.
  struct Draw {
    let mediator: [Double]
    let outcome: [Double]
  }

  init(_ design: MediationDesign) throws(InferenceError) {
    let all = Array(design.columns.indices)
    let inMediator = all.filter { design.columns[$0].isInMediator }
    let inOutcome = all.filter { design.columns[$0].isInOutcome }
    guard let mediator = Equation(design, inMediator, design.mediatorValues),
      let outcome = Equation(design, inOutcome, design.outcomeValues),
      let union = Cholesky(design.gram(all))
    else { throw .unusable("the regressors are too alike to be told apart; leave some out") }
    let shared = design.product(mediator.residuals, outcome.residuals)
    residuals = Matrix([
      [design.product(mediator.residuals, mediator.residuals), shared],
      [shared, design.product(outcome.residuals, outcome.residuals)],
    ])
    let least = 1e-8 * Double(design.count)
    guard residuals[0, 0] > least, residuals[1, 1] > least, let errors = Cholesky(residuals),
      errors.lower[1, 1] * errors.lower[1, 1] > 1e-8 * residuals[1, 1]
    else {
      throw .unusable(
        "mediator or outcome follows exactly from the rest, as a sum of other columns would; "
          + "there is no chance variation to judge an effect by")
    }
    self.mediator = mediator
    self.outcome = outcome
    self.design = design
    self.union = union
    self.errors = errors
    degreesOfFreedom = design.count - max(inMediator.count, inOutcome.count)
  }

  /// Draws both equations.
  ///
  /// - Parameter stream: the source of randomness.
  /// - Returns: coefficients, or nothing where rounding leaves no covariance.
  func draw(using stream: inout RandomStream) -> Draw? {
    guard
      let covariance = stream.inverseWishart(degreesOfFreedom: degreesOfFreedom, scale: errors),
      let factor = Cholesky(covariance)?.lower
    else { return nil }
    let first = noise(using: &stream)
    let second = noise(using: &stream)
    let ofMediator = first.map { factor[0, 0] * $0 }
    let ofOutcome = zip(first, second).map { factor[1, 0] * $0 + factor[1, 1] * $1 }
    return Draw(
      mediator: spread(mediator.moved(by: ofMediator), mediator.chosen),
      outcome: spread(outcome.moved(by: ofOutcome), outcome.chosen))
  }

  /// The products of all columns with independent standard normal errors.
  private func noise(using stream: inout RandomStream) -> [Double] {
    union.lower * design.columns.map { _ in stream.normal() }
  }

  private func spread(_ coefficients: [Double], _ chosen: [Int]) -> [Double] {
    var result = [Double](repeating: 0, count: design.columns.count)
    for (column, coefficient) in zip(chosen, coefficients) { result[column] = coefficient }
    return result
  }
}
