/// The expected number of alarms in simulated futures as a function of the limit.
struct AlarmRate {
  private let batches: [FalseAlarmSimulation.Batch]
  private let sign: Double

  init(of simulation: FalseAlarmSimulation, side: ControlChart.Side) {
    batches = simulation.batches
    sign = side == .upper ? 1 : -1
  }

  /// An EWMA chart whose limit brings about an expected number of alarms.
  func ewma(lambda: Double, alarms: Double) -> ControlChart.Statistic {
    let limit = AlarmRate.limit(in: 0.3...9) { limit in
      rate { ewmaAlarms(in: $0, lambda: lambda, limit: limit) } > alarms
    }
    return .ewma(lambda: lambda, limit: limit)
  }

  /// A CUSUM chart whose limit brings about an expected number of alarms.
  func cusum(allowance: Double, alarms: Double) -> ControlChart.Statistic {
    let limit = AlarmRate.limit(in: 0.3...50) { limit in
      rate { cusumAlarms(in: $0, allowance: allowance, limit: limit) } > alarms
    }
    return .cusum(allowance: allowance, limit: limit)
  }

  private func rate(_ alarms: (FalseAlarmSimulation.Batch) -> SIMD8<Double>) -> Double {
    batches.reduce(0) { $0 + alarms($1).sum() } / Double(8 * batches.count)
  }

  /// Bisection over the logarithm of the limit, to three parts in 10,000.
  private static func limit(
    in range: ClosedRange<Double>, isTooLow: (Double) -> Bool
  ) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    while high > 1.0003 * low {
      let middle = (low * high).squareRoot()
      if isTooLow(middle) { low = middle } else { high = middle }
    }
    return high
  }

  /// Alarms of eight charts that start afresh after each; see ``ControlChart/Statistic``.
  private func ewmaAlarms(
    in errors: FalseAlarmSimulation.Batch, lambda: Double, limit: Double
  ) -> SIMD8<Double> {
    let square = limit * limit * lambda / (2 - lambda)
    let fading = (1 - lambda) * (1 - lambda)
    var count = SIMD8<Double>.zero
    var state = SIMD8<Double>.zero
    var youth = SIMD8<Double>(repeating: 1)
    for error in errors {
      state += lambda * (sign * error - state)
      youth *= fading
      let isBeyond = (state .> 0) .& (state * state .> square * (1 - youth))
      count.replace(with: count + 1, where: isBeyond)
      state.replace(with: 0, where: isBeyond)
      youth.replace(with: 1, where: isBeyond)
    }
    return count
  }

  private func cusumAlarms(
    in errors: FalseAlarmSimulation.Batch, allowance: Double, limit: Double
  ) -> SIMD8<Double> {
    var count = SIMD8<Double>.zero
    var state = SIMD8<Double>.zero
    for error in errors {
      state += sign * error - allowance
      state.replace(with: 0, where: state .< 0)
      let isBeyond = state .> limit
      count.replace(with: count + 1, where: isBeyond)
      state.replace(with: 0, where: isBeyond)
    }
    return count
  }
}
