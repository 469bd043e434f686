/// Folds the regression into quantities that were computed column by column.
struct RegressionJoin<Columns: SIMD> where Columns.Scalar == Double {
  private let likelihood: StateSpaceModel.Likelihood
  private let states: Int
  private let size: Int
  private var means: [Double]
  private var covariances: [Double]
  private var cross: [Double]

  init(likelihood: StateSpaceModel.Likelihood, states: Int, instants: Int) {
    self.likelihood = likelihood
    self.states = states
    size = likelihood.coefficients.count
    means = Array(repeating: 0, count: instants * states)
    covariances = Array(repeating: 0, count: instants * states * states)
    cross = Array(repeating: 0, count: instants * states * size)
  }

  /// Mean: value column less β times regressor columns A. Covariance with β: -A Cov(β). Covariance:
  /// plus A Cov(β) A'.
  mutating func store(
    _ instant: Int, means columns: UnsafeMutablePointer<Columns>,
    covariance: UnsafeMutablePointer<Double>
  ) {
    for state in 0..<states {
      let row = instant * states + state
      means[row] = combined(columns[state])
      for coefficient in 0..<size {
        var sum = 0.0
        for inner in 0..<size {
          sum -= columns[state][inner + 1] * likelihood.covariance[inner * size + coefficient]
        }
        cross[row * size + coefficient] = sum
      }
      for other in 0..<states {
        var value = covariance[state * states + other]
        for inner in 0..<size { value -= cross[row * size + inner] * columns[other][inner + 1] }
        covariances[row * states + other] = value
      }
    }
  }

  /// u less β times the regressors' u; D less U Cov(β) U'.
  func error(weighted: Columns, precision: Double) -> StateSpaceModel.ObservationError {
    var spread = 0.0
    for row in 0..<size {
      for column in 0..<size {
        spread +=
          weighted[row + 1] * likelihood.covariance[row * size + column] * weighted[column + 1]
      }
    }
    return StateSpaceModel.ObservationError(
      weighted: combined(weighted), precision: max(precision - spread, 0))
  }

  func smoothing(errors: [StateSpaceModel.ObservationError]) -> StateSpaceModel.Smoothing {
    StateSpaceModel.Smoothing(
      likelihood: likelihood, stateCount: states, means: means, covariances: covariances,
      crossCovariances: cross, errors: errors)
  }

  private func combined(_ columns: Columns) -> Double {
    var value = columns[0]
    for index in 0..<size { value -= columns[index + 1] * likelihood.coefficients[index] }
    return value
  }
}
