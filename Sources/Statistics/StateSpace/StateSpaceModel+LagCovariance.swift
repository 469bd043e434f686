extension StateSpaceModel {
  /// The covariance of the states at two instants given all observations, at known coefficients.
  ///
  /// Cov(x(s), x(t) | y) = C (I - N P), with C = P(s) L(s)' … L(t-1)' the covariance before y(t) and
  /// L = Φ (I - Kz') (de Jong and MacKinnon 1988, Biometrika 75:601).
  ///
  /// Complexity: O(instants × states³), without any column of the data.
  ///
  /// - Parameters:
  ///   - data: the observations, of which only times and series matter.
  ///   - earlier: the instant s.
  ///   - later: the instant t, not before s.
  /// - Returns: states of s by states of t, row-major.
  /// - Throws: ``StateSpaceError`` when shapes do not fit or an instant does not exist.
  public func lagCovariance(
    of data: Observations, from earlier: Int, to later: Int
  ) throws(StateSpaceError) -> [Double] {
    try check(data)
    guard 0 <= earlier, earlier <= later, later < data.timeCount else {
      throw .shape("instants \(earlier) and \(later) of \(data.timeCount)")
    }
    var pass = LagPass(self, data)
    pass.run(from: earlier, to: later)
    return pass.joined(at: later)
  }
}

/// A filter of covariances alone that carries that with an earlier state along.
private struct LagPass {
  private let model: StateSpaceModel
  private let data: Observations
  private let state: FilterState<SIMD2<Double>>
  private let size: Int
  /// Predicted covariance at the later instant.
  private var predicted = Matrix(rows: 0, columns: 0)
  /// Covariance of the earlier state with the predicted one.
  private var lagged = Matrix(rows: 0, columns: 0)
  /// Gain and variance of every observation from the later instant on.
  private var taken: [(gain: [Double], variance: Double)] = []
  private var firstTaken = 0

  init(_ model: StateSpaceModel, _ data: Observations) {
    self.model = model
    self.data = data
    size = model.stateCount
    state = FilterState(model: model)
  }

  mutating func run(from earlier: Int, to later: Int) {
    let table = ModelTable(model)
    defer { withExtendedLifetime(table) {} }
    var next = 0
    for instant in 0..<data.timeCount {
      if instant > 0 {
        let move = table.move(data.transitions[instant])
        state.advance(by: move)
        if instant > earlier, instant <= later { carry(over: move.matrix) }
      }
      if instant == earlier { lagged = covariance }
      if instant == later {
        predicted = covariance
        firstTaken = next
      }
      while next < data.count, data.times[next] == instant {
        let series = data.series[next]
        let (_, variance) = state.update(
          .zero, row: table.row(series), noise: table.variance(series))
        if instant >= later {
          taken.append(((0..<size).map { state.gain[$0] }, variance))
        } else if instant >= earlier {
          learn(row: table.row(series))
        }
        next += 1
      }
    }
  }

  private var covariance: Matrix {
    Matrix(size, size, (0..<size * size).map { state.covariance[$0] })
  }

  /// C ← C Φ'.
  private mutating func carry(over phi: UnsafePointer<Double>) {
    for row in 0..<size {
      let old = (0..<size).map { lagged[row, $0] }
      for column in 0..<size {
        lagged[row, column] = (0..<size).reduce(0) { $0 + old[$1] * phi[column * size + $1] }
      }
    }
  }

  /// C ← C - C z K'.
  private mutating func learn(row place: UnsafePointer<Double>) {
    for row in 0..<size {
      let seen = (0..<size).reduce(0) { $0 + lagged[row, $1] * place[$1] }
      for column in 0..<size { lagged[row, column] -= seen * state.gain[column] }
    }
  }

  /// C (I - N P), N gathered from the end of the series back.
  func joined(at later: Int) -> [Double] {
    var ahead = Matrix(rows: size, columns: size)
    var next = data.count - 1
    for instant in (later..<data.timeCount).reversed() {
      while next >= firstTaken, data.times[next] == instant {
        let (gain, variance) = taken[next - firstTaken]
        if variance > 0 {
          let row = Matrix(1, size, model.rows[data.series[next]])
          let left = Matrix.identity(size) - Matrix(size, 1, gain) * row
          ahead = left.transpose * ahead * left + row.transpose * row * (1 / variance)
        }
        next -= 1
      }
      guard instant > later else { break }
      let phi = Matrix(size, size, model.transitions[data.transitions[instant]].matrix)
      ahead = phi.transpose * ahead * phi
    }
    let joint = lagged * (Matrix.identity(size) - ahead * predicted)
    return (0..<size * size).map { joint[$0 / size, $0 % size] }
  }
}
