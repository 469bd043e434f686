/// The smoother, run over the observed values and every regressor at once.
struct BackwardPass<Columns: SIMD> where Columns.Scalar == Double {
  let model: StateSpaceModel
  let data: Observations

  /// Weighted sums of the innovations still ahead, per state, and their covariance.
  private struct Ahead {
    var sums: [Columns]
    var covariance: [Double]
  }

  func run() throws(StateSpaceError) -> StateSpaceModel.Smoothing {
    let (sums, trace) = ForwardPass<Columns>(model: model, data: data).run(tracing: true)
    let likelihood = try model.likelihood(from: sums)
    let join = RegressionJoin<Columns>(likelihood: likelihood)
    let states = model.stateCount
    var ahead = Ahead(
      sums: Array(repeating: .zero, count: states),
      covariance: Array(repeating: 0, count: states * states))
    var moments = [RegressionJoin<Columns>.Moments?](repeating: nil, count: data.timeCount)
    var errors: [StateSpaceModel.ObservationError] = []
    errors.reserveCapacity(data.count)
    var next = data.count - 1
    for instant in (0..<data.timeCount).reversed() {
      while next >= 0, data.times[next] == instant {
        let (weighted, precision) = absorb(next, of: trace, into: &ahead)
        errors.append(join.error(weighted: weighted, precision: precision))
        next -= 1
      }
      moments[instant] = join.moments(smoothed(instant, of: trace, with: ahead))
      if instant > 0 { step(&ahead, over: model.transitions[data.transitions[instant]].matrix) }
    }
    let all = moments.compactMap { $0 }
    return StateSpaceModel.Smoothing(
      likelihood: likelihood, means: all.map(\.mean), covariances: all.map(\.covariance),
      crossCovariances: all.map(\.cross), errors: errors.reversed())
  }

  /// u = v/F - K'r, D = 1/F + K'NK, then r ← r + z u, N ← N - z(NK)' - (NK)z' + z z' D.
  private func absorb(
    _ index: Int, of trace: ForwardPass<Columns>.Trace, into ahead: inout Ahead
  ) -> (weighted: Columns, precision: Double) {
    let states = model.stateCount
    guard trace.variances[index] > 0 else { return (.zero, 0) }
    let row = model.rows[data.series[index]]
    let inverse = 1 / trace.variances[index]
    var weighted = trace.innovations[index] * inverse
    var precision = inverse
    var product = [Double](repeating: 0, count: states)
    for state in 0..<states {
      let gain = trace.gains[index * states + state]
      weighted -= gain * ahead.sums[state]
      for other in 0..<states { product[other] += ahead.covariance[other * states + state] * gain }
    }
    for state in 0..<states { precision += trace.gains[index * states + state] * product[state] }
    for state in 0..<states {
      ahead.sums[state] += row[state] * weighted
      for other in 0..<states {
        ahead.covariance[state * states + other] +=
          row[state] * row[other] * precision - row[state] * product[other]
          - product[state] * row[other]
      }
    }
    return (weighted, precision)
  }

  /// r ← Φ'r, N ← Φ'NΦ.
  private func step(_ ahead: inout Ahead, over phi: [Double]) {
    let states = model.stateCount
    var sums = [Columns](repeating: .zero, count: states)
    var half = [Double](repeating: 0, count: states * states)
    var full = half
    for state in 0..<states {
      for other in 0..<states {
        sums[state] += phi[other * states + state] * ahead.sums[other]
        for inner in 0..<states {
          half[state * states + other] +=
            ahead.covariance[state * states + inner] * phi[inner * states + other]
        }
      }
    }
    for state in 0..<states {
      for other in 0..<states {
        for inner in 0..<states {
          full[state * states + other] +=
            phi[inner * states + state] * half[inner * states + other]
        }
      }
    }
    ahead = Ahead(sums: sums, covariance: full)
  }

  /// a + P r for every column, and P - P N P.
  private func smoothed(
    _ instant: Int, of trace: ForwardPass<Columns>.Trace, with ahead: Ahead
  ) -> (means: [Columns], covariance: [Double]) {
    let states = model.stateCount
    let base = instant * states * states
    var means = Array(trace.means[instant * states..<(instant + 1) * states])
    var covariance = Array(trace.covariances[base..<base + states * states])
    var half = [Double](repeating: 0, count: states * states)
    for state in 0..<states {
      for other in 0..<states {
        let predicted = trace.covariances[base + state * states + other]
        means[state] += predicted * ahead.sums[other]
        for inner in 0..<states {
          half[state * states + inner] += predicted * ahead.covariance[other * states + inner]
        }
      }
    }
    for state in 0..<states {
      for other in 0..<states {
        for inner in 0..<states {
          covariance[state * states + other] -=
            half[state * states + inner] * trace.covariances[base + inner * states + other]
        }
      }
    }
    return (means, covariance)
  }
}

/// Folds the regression into quantities that were computed column by column.
struct RegressionJoin<Columns: SIMD> where Columns.Scalar == Double {
  let likelihood: StateSpaceModel.Likelihood

  struct Moments {
    let mean: [Double]
    let covariance: [Double]
    let cross: [Double]
  }

  private var size: Int { likelihood.coefficients.count }

  /// Mean: value column less β times regressor columns. Covariance: plus A Cov(β) A'.
  func moments(_ columns: (means: [Columns], covariance: [Double])) -> Moments {
    let states = columns.means.count
    var mean: [Double] = []
    var cross = [Double](repeating: 0, count: states * size)
    var covariance = columns.covariance
    for state in 0..<states {
      mean.append(combined(columns.means[state]))
      for other in 0..<size {
        for inner in 0..<size {
          cross[state * size + other] -=
            columns.means[state][inner + 1] * likelihood.covariance[inner * size + other]
        }
      }
    }
    for state in 0..<states {
      for other in 0..<states {
        for inner in 0..<size {
          covariance[state * states + other] -=
            cross[state * size + inner] * columns.means[other][inner + 1]
        }
      }
    }
    return Moments(mean: mean, covariance: covariance, cross: cross)
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

  private func combined(_ columns: Columns) -> Double {
    var value = columns[0]
    for index in 0..<size { value -= columns[index + 1] * likelihood.coefficients[index] }
    return value
  }
}
