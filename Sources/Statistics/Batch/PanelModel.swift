/// A linear Gaussian model that many people share, the same on every day.
///
///     x(1) ~ N(m, P) before the first day is seen, no step before it
///     x(t + 1) = F x(t) + N(0, Q)
///     y(t) = Z x(t) + N(0, diag r)
public struct PanelModel: Hashable, Sendable {
  /// F: how the states of one day lead to those of the next.
  public let transition: Matrix
  /// Q: the covariance of what each night adds.
  public let transitionNoise: Matrix
  /// Z: one row for each series.
  public let observation: Matrix
  /// r: the variance of the measurement error of each series, above 0.
  public let observationNoise: [Double]
  /// m: the mean of the states before the first day.
  public let initialMean: [Double]
  /// P: the covariance of the states before the first day.
  public let initialCovariance: Matrix

  /// The number of states.
  public var states: Int { transition.rows }
  /// The number of series.
  public var series: Int { observation.rows }

  /// Creates a model after checking that its parts fit.
  ///
  /// - Parameters:
  ///   - transition: F, square with at least one row.
  ///   - transitionNoise: Q, symmetric without negative eigenvalues.
  ///   - observation: Z, as many columns as states.
  ///   - observationNoise: r, one variance above 0 for each series.
  ///   - initialMean: m, one number for each state.
  ///   - initialCovariance: P, symmetric without negative eigenvalues.
  /// - Throws: the first part that does not fit.
  public init(
    transition: Matrix, transitionNoise: Matrix, observation: Matrix, observationNoise: [Double],
    initialMean: [Double], initialCovariance: Matrix
  ) throws(PanelError) {
    let states = max(transition.rows, 1)
    let series = max(observation.rows, 1)
    try PanelModel.check(transition, "transition", rows: states, columns: states)
    try PanelModel.check(observation, "observation", rows: series, columns: states)
    try PanelModel.check(Matrix([observationNoise]), "observation noise", rows: 1, columns: series)
    try PanelModel.check(Matrix([initialMean]), "initial mean", rows: 1, columns: states)
    if let index = observationNoise.firstIndex(where: { !($0 >= .leastNormalMagnitude) }) {
      throw .noNoise(series: index)
    }
    self.transition = transition
    self.transitionNoise = try PanelModel.covariance(transitionNoise, "transition noise", states)
    self.observation = observation
    self.observationNoise = observationNoise
    self.initialMean = initialMean
    self.initialCovariance = try PanelModel.covariance(
      initialCovariance, "initial covariance", states)
  }

  private static func check(
    _ matrix: Matrix, _ part: String, rows: Int, columns: Int
  ) throws(PanelError) {
    guard matrix.rows == rows, matrix.columns == columns else {
      throw .shape(part: part, rows: rows, columns: columns)
    }
    guard matrix.isFinite else { throw .notFinite(part: part) }
  }

  private static func covariance(
    _ matrix: Matrix, _ part: String, _ states: Int
  ) throws(PanelError) -> Matrix {
    try check(matrix, part, rows: states, columns: states)
    let rounding = 1e-9 * matrix.elements.reduce(0) { max($0, abs($1)) }
    let asymmetry = (matrix - matrix.transpose).elements.reduce(0) { max($0, abs($1)) }
    let smallest = SymmetricEigen(matrix)?.values.first ?? .nan
    guard asymmetry <= rounding, smallest >= -rounding else { throw .notCovariance(part: part) }
    return matrix.symmetrised
  }
}
