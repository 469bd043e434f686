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
    let limit = AlarmRate.limit(in: 0.3...9, from: 2.3, alarms: alarms) { limit in
      rate { ewmaAlarms(in: $0, lambda: lambda, limit: limit) }
    }
    return .ewma(lambda: lambda, limit: limit)
  }

  /// A CUSUM chart whose limit brings about an expected number of alarms.
  func cusum(allowance: Double, alarms: Double) -> ControlChart.Statistic {
    let limit = AlarmRate.limit(in: 0.3...50, from: 4.2, alarms: alarms) { limit in
      rate { cusumAlarms(in: $0, allowance: allowance, limit: limit) }
    }
    return .cusum(allowance: allowance, limit: limit)
  }

  private func rate(_ alarms: (FalseAlarmSimulation.Batch) -> SIMD8<Double>) -> Double {
    batches.reduce(0) { $0 + alarms($1).sum() } / Double(8 * batches.count)
  }

  /// The limit at which the rate is that of the budget: between two limits 2 % apart, the logarithms
  /// of rates taken as a straight line over those of limits. One alarm more or less in all simulated
  /// futures moves it by some three parts in 10,000.
  private static func limit(
    in range: ClosedRange<Double>, from guess: Double, alarms: Double, rate: (Double) -> Double
  ) -> Double {
    var bracket = LimitBracket(range: range, alarms: alarms)
    var next = guess
    while !bracket.isNarrow {
      bracket.learn(rate(next), at: next)
      next = bracket.next
    }
    return bracket.limit
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
