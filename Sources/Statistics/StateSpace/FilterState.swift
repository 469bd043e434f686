/// The filter's belief between two observations: the mean of each state for every column, and the
/// covariance all columns share.
struct FilterState<Columns: SIMD> where Columns.Scalar == Double {
  let count: Int
  /// Per state.
  private(set) var means: [Columns]
  /// Row-major.
  private(set) var covariance: [Double]
  /// Per state, of the last update.
  private(set) var gain: [Double]
  private var scratch: [Double]

  init(model: StateSpaceModel) {
    count = model.stateCount
    means = Array(repeating: .zero, count: count)
    covariance = model.initialCovariance
    gain = Array(repeating: 0, count: count)
    scratch = Array(repeating: 0, count: count * count)
  }

  /// Moves over a gap: m ← Φ m, P ← Φ P Φ' + Q.
  mutating func advance(by transition: StateSpaceModel.Transition) {
    let phi = transition.matrix
    let old = means
    for row in 0..<count {
      var mean = Columns.zero
      for column in 0..<count { mean += phi[row * count + column] * old[column] }
      means[row] = mean
    }
    multiply(phi)
    for row in 0..<count {
      for column in row..<count {
        var sum = transition.noise[row * count + column]
        for inner in 0..<count {
          sum += scratch[row * count + inner] * phi[column * count + inner]
        }
        covariance[row * count + column] = sum
        covariance[column * count + row] = sum
      }
    }
  }

  /// scratch ← Φ P.
  private mutating func multiply(_ phi: [Double]) {
    for row in 0..<count {
      for column in 0..<count {
        var sum = 0.0
        for inner in 0..<count {
          sum += phi[row * count + inner] * covariance[inner * count + column]
        }
        scratch[row * count + column] = sum
      }
    }
  }

  /// Learns from one scalar observation of every column.
  ///
  /// An observation that the belief foresees exactly (`F = 0`) teaches nothing and is passed over.
  mutating func update(
    _ observed: Columns, row: [Double], noise: Double
  ) -> (innovation: Columns, variance: Double) {
    var variance = noise
    var innovation = observed
    for state in 0..<count {
      var sum = 0.0
      for other in 0..<count { sum += covariance[state * count + other] * row[other] }
      scratch[state] = sum
      variance += row[state] * sum
      innovation -= row[state] * means[state]
    }
    guard variance > 0 else {
      for state in 0..<count { gain[state] = 0 }
      return (innovation, 0)
    }
    let inverse = 1 / variance
    for state in 0..<count { gain[state] = scratch[state] * inverse }
    for state in 0..<count {
      means[state] += gain[state] * innovation
      for other in state..<count {
        let value = covariance[state * count + other] - gain[state] * scratch[other]
        covariance[state * count + other] = value
        covariance[other * count + state] = value
      }
    }
    return (innovation, variance)
  }
}
