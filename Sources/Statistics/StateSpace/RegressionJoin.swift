/// Folds the regression into quantities that were computed column by column.
struct RegressionJoin<Columns: SIMD> where Columns.Scalar == Double {
  private let likelihood: StateSpaceModel.Likelihood
  private let coefficientCovariance: [Double]
  private let states: Int
  private let size: Int
  private var columns: [Double]
  private var covariances: [Double]

  init(likelihood: StateSpaceModel.Likelihood, states: Int, instants: Int) {
    self.likelihood = likelihood
    coefficientCovariance = likelihood.covariance
    self.states = states
    size = likelihood.coefficients.count
    columns = Array(repeating: 0, count: instants * states * (size + 1))
    covariances = Array(repeating: 0, count: instants * states * states)
  }

  /// Keeps the means of every column and their common covariance; β is joined to them where a law is
  /// asked for.
  mutating func store(
    _ instant: Int, means: UnsafeMutablePointer<Columns>, covariance: UnsafeMutablePointer<Double>
  ) {
    let width = size &+ 1
    for state in 0..<states {
      let scalars = elements(of: means + state)
      let row = (instant &* states &+ state) &* width
      for column in 0..<width { columns[row &+ column] = scalars[column] }
    }
    let square = states &* states
    for index in 0..<square { covariances[instant &* square &+ index] = covariance[index] }
  }

  /// u less β times the regressors' u; D less U Cov(β) U'.
  func error(weighted: Columns, precision: Double) -> StateSpaceModel.ObservationError {
    var weighted = weighted
    return withUnsafeMutablePointer(to: &weighted) { pointer in
      let scalars = elements(of: pointer)
      var spread = 0.0
      for row in 0..<size {
        var sum = 0.0
        for column in 0..<size {
          sum += coefficientCovariance[row &* size &+ column] * scalars[column &+ 1]
        }
        spread += scalars[row &+ 1] * sum
      }
      // What is left by rounding of an observation that a coefficient takes up whole is nothing.
      let left = precision - spread
      guard left > 1e-11 * precision else { return .init(weighted: 0, precision: 0) }
      return StateSpaceModel.ObservationError(weighted: combined(scalars), precision: left)
    }
  }

  func smoothing(errors: [StateSpaceModel.ObservationError]) -> StateSpaceModel.Smoothing {
    StateSpaceModel.Smoothing(
      likelihood: likelihood, coefficientCovariance: coefficientCovariance, stateCount: states,
      columns: columns, covariances: covariances, errors: errors)
  }

  /// The numbers of a vector in memory: reading them one by one from a register is slow.
  private func elements(of vector: UnsafeMutablePointer<Columns>) -> UnsafePointer<Double> {
    UnsafeRawPointer(vector).assumingMemoryBound(to: Double.self)
  }

  private func combined(_ columns: UnsafePointer<Double>) -> Double {
    var value = columns[0]
    for index in 0..<size { value -= columns[index + 1] * likelihood.coefficients[index] }
    return value
  }
}
