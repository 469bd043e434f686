/// The smoother, run over the observed values and every regressor at once.
struct BackwardPass<Columns: SIMD> where Columns.Scalar == Double {
  let model: StateSpaceModel
  let data: Observations

  func run() throws(StateSpaceError) -> StateSpaceModel.Smoothing {
    let (sums, trace) = ForwardPass<Columns>(model: model, data: data).traced()
    let likelihood = try model.likelihood(from: sums)
    var join = RegressionJoin<Columns>(
      likelihood: likelihood, states: model.stateCount, instants: data.timeCount)
    let ahead = Ahead<Columns>(states: model.stateCount)
    let table = ModelTable(model)
    defer { withExtendedLifetime((table, trace)) {} }
    var errors = [StateSpaceModel.ObservationError](
      repeating: .init(weighted: 0, precision: 0), count: data.count)
    var next = data.count - 1
    for instant in (0..<data.timeCount).reversed() {
      while next >= 0, data.times[next] == instant {
        if trace.variances[next] > 0 {
          let (weighted, precision) = ahead.absorb(
            next, of: trace, row: table.row(data.series[next]))
          errors[next] = join.error(weighted: weighted, precision: precision)
        }
        next -= 1
      }
      ahead.smooth(instant, of: trace)
      join.store(instant, means: ahead.means, covariance: ahead.smoothed)
      if instant > 0 { ahead.step(over: table.move(data.transitions[instant])) }
    }
    return join.smoothing(errors: errors)
  }
}

/// Weighted sums of the innovations still ahead, per state, and their covariance.
private final class Ahead<Columns: SIMD> where Columns.Scalar == Double {
  private let states: Int
  private let sums: UnsafeMutablePointer<Columns>
  private let spare: UnsafeMutablePointer<Columns>
  private let covariance: UnsafeMutablePointer<Double>
  private let half: UnsafeMutablePointer<Double>
  /// Smoothed means of the last instant, per state.
  let means: UnsafeMutablePointer<Columns>
  /// Smoothed covariance of the last instant, row-major.
  let smoothed: UnsafeMutablePointer<Double>

  init(states: Int) {
    self.states = states
    sums = .allocate(capacity: states)
    spare = .allocate(capacity: states)
    means = .allocate(capacity: states)
    covariance = .allocate(capacity: states * states)
    half = .allocate(capacity: states * states)
    smoothed = .allocate(capacity: states * states)
    for pointer in [sums, spare, means] { pointer.initialize(repeating: .zero, count: states) }
    for pointer in [covariance, half, smoothed] {
      pointer.initialize(repeating: 0, count: states * states)
    }
  }

  deinit {
    for pointer in [sums, spare, means] { pointer.deallocate() }
    for pointer in [covariance, half, smoothed] { pointer.deallocate() }
  }

  /// u = v/F - K'r, D = 1/F + K'NK, then r ← r + z u, N ← N - z(NK)' - (NK)z' + z z' D.
  func absorb(
    _ index: Int, of trace: FilterTrace<Columns>, row: UnsafePointer<Double>
  ) -> (weighted: Columns, precision: Double) {
    let inverse = 1 / trace.variances[index]
    var weighted = trace.innovations[index] * inverse
    var precision = inverse
    let gains = trace.gains
    let base = index &* states
    for state in 0..<states {
      var product = 0.0
      for other in 0..<states {
        product += covariance[state &* states &+ other] * gains[base &+ other]
      }
      half[state] = product
      weighted -= gains[base &+ state] * sums[state]
      precision += gains[base &+ state] * product
    }
    for state in 0..<states {
      if row[state] != 0 { sums[state] += row[state] * weighted }
      for other in 0..<states {
        covariance[state &* states &+ other] +=
          row[state] * row[other] * precision - row[state] * half[other]
          - half[state] * row[other]
      }
    }
    return (weighted, precision)
  }

  /// r ← Φ'r, N ← Φ'NΦ.
  func step(over move: ModelTable.Move) {
    if move.isDiagonal { scale(by: move.matrix) } else { turn(by: move.matrix) }
  }

  /// A diagonal Φ only scales.
  private func scale(by phi: UnsafePointer<Double>) {
    for state in 0..<states {
      let factor = phi[state &* states &+ state]
      if factor != 1 { sums[state] *= factor }
      for other in 0..<states {
        covariance[state &* states &+ other] *= factor * phi[other &* states &+ other]
      }
    }
  }

  private func turn(by phi: UnsafePointer<Double>) {
    for state in 0..<states {
      var sum = Columns.zero
      for other in 0..<states where phi[other &* states &+ state] != 0 {
        sum += phi[other &* states &+ state] * sums[other]
      }
      spare[state] = sum
      for other in 0..<states {
        var product = 0.0
        for inner in 0..<states {
          product += covariance[state &* states &+ inner] * phi[inner &* states &+ other]
        }
        half[state &* states &+ other] = product
      }
    }
    sums.update(from: spare, count: states)
    for state in 0..<states {
      for other in 0..<states {
        var product = 0.0
        for inner in 0..<states {
          product += phi[inner &* states &+ state] * half[inner &* states &+ other]
        }
        covariance[state &* states &+ other] = product
      }
    }
  }

  /// a + P r for every column, and P - P N P.
  func smooth(_ instant: Int, of trace: FilterTrace<Columns>) {
    let predicted = UnsafeBufferPointer(
      rebasing: trace.covariances[(instant &* states &* states)...])
    for state in 0..<states {
      var mean = trace.means[instant &* states &+ state]
      for other in 0..<states {
        mean += predicted[state &* states &+ other] * sums[other]
        var product = 0.0
        for inner in 0..<states {
          product += predicted[state &* states &+ inner] * covariance[inner &* states &+ other]
        }
        half[state &* states &+ other] = product
      }
      means[state] = mean
    }
    for state in 0..<states {
      for other in 0..<states {
        var value = predicted[state &* states &+ other]
        for inner in 0..<states {
          value -= half[state &* states &+ inner] * predicted[inner &* states &+ other]
        }
        smoothed[state &* states &+ other] = value
      }
    }
  }
}
