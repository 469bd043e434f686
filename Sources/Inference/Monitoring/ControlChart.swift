private import Foundation

/// A chart that watches the mean of a series and notes when it has left its baseline.
///
/// Values are first standardised by the baseline: `(value - mean) / standardDeviation`.
public struct ControlChart: Hashable, Sendable {
  /// Which statistic is charted.
  public enum Statistic: Hashable, Sendable {
    /// z ← λx + (1-λ)z against `L √(λ/(2-λ) (1-(1-λ)^(2k)))`, k values into monitoring (Roberts
    /// 1959, Technometrics 1:239; limits as in Lucas and Saccucci 1990, Technometrics 32:1).
    case ewma(lambda: Double, limit: Double)
    /// C ← max(0, C + x - allowance) against a fixed decision limit (Page 1954, Biometrika 41:100).
    case cusum(allowance: Double, limit: Double)
  }

  /// Which departures count.
  public enum Side: String, Hashable, Sendable, CaseIterable {
    /// Values above the baseline.
    case upper
    /// Values below the baseline.
    case lower
  }

  /// The chart after one value.
  public struct Point: Hashable, Sendable {
    /// The position of the value in the series handed in.
    public let index: Int
    /// The statistic, in baseline standard deviations, positive towards the watched side.
    public let statistic: Double
    /// The limit it is held against.
    public let limit: Double
    /// Whether the statistic is beyond the limit.
    public var isBeyond: Bool { statistic > limit }
  }

  /// The baseline's mean.
  public let mean: Double
  /// The baseline's standard deviation, positive.
  public let standardDeviation: Double
  /// The statistic.
  public let statistic: Statistic
  /// The watched side.
  public let side: Side

  /// Sets a chart up.
  ///
  /// - Parameters:
  ///   - mean: the baseline's mean.
  ///   - standardDeviation: the baseline's standard deviation, positive.
  ///   - statistic: what is charted, with λ in (0, 1], allowance ≥ 0 and a positive limit.
  ///   - side: which departures count.
  /// - Throws: ``InferenceError/option(_:)`` when a number is outside its range, and
  ///   ``InferenceError/unusable(_:)`` when the baseline does not vary.
  public init(
    mean: Double, standardDeviation: Double, statistic: Statistic, side: Side = .upper
  ) throws(InferenceError) {
    guard mean.isFinite, standardDeviation.isFinite, standardDeviation > 0 else {
      throw .unusable(
        "the baseline does not vary, so there is no scale to judge later values by; "
          + "choose a longer baseline")
    }
    switch statistic {
    case .ewma(let lambda, let limit):
      guard lambda > 0, lambda <= 1, limit > 0, limit.isFinite else {
        throw .option("λ lies above 0 and at most at 1, and the limit is positive")
      }
    case .cusum(let allowance, let limit):
      guard allowance >= 0, allowance.isFinite, limit > 0, limit.isFinite else {
        throw .option("the allowance is not negative, and the limit is positive")
      }
    }
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.statistic = statistic
    self.side = side
  }

  /// Runs the chart over values after the baseline.
  ///
  /// - Parameter values: one entry a day; `nil` where nothing was observed, which leaves statistic
  ///   and limit as they were, as does what is not a finite number.
  /// - Returns: a point for each observed value.
  public func run(over values: [Double?]) -> [Point] {
    var state = 0.0
    var step = 0
    return values.enumerated().compactMap { index, value in
      guard let value, value.isFinite else { return nil }
      step += 1
      state = advanced(state, by: standardised(value))
      return Point(index: index, statistic: state, limit: limit(at: step))
    }
  }

  /// Baseline standard deviations towards the watched side, bounded so that sums stay finite.
  fileprivate func standardised(_ value: Double) -> Double {
    let distance = (value - mean) / standardDeviation
    return (side == .upper ? 1 : -1) * min(max(distance, -1e100), 1e100)
  }

  fileprivate func advanced(_ state: Double, by value: Double) -> Double {
    switch statistic {
    case .ewma(let lambda, _): lambda * value + (1 - lambda) * state
    case .cusum(let allowance, _): max(0, state + value - allowance)
    }
  }

  fileprivate func limit(at step: Int) -> Double {
    switch statistic {
    case .ewma(let lambda, let limit):
      limit
        * (lambda / (2 - lambda) * (1 - pow(1 - lambda, 2 * Double(step)))).squareRoot()
    case .cusum(_, let limit): limit
    }
  }
}

extension ControlChart {
  /// Sets a chart up from baseline values, with their mean and their n-1 standard deviation.
  ///
  /// - Parameters:
  ///   - baseline: the values of the stable period, at least 7.
  ///   - statistic: what is charted.
  ///   - side: which departures count.
  /// - Throws: ``InferenceError`` when there are too few values, they do not vary, or an option is
  ///   outside its range.
  public init(
    baseline: [Double], statistic: Statistic, side: Side = .upper
  ) throws(InferenceError) {
    guard baseline.count >= 7 else {
      throw .tooFew(observed: baseline.count, needed: 7, what: "a baseline")
    }
    let summary = SeriesSummary(baseline)
    try self.init(
      mean: summary.mean, standardDeviation: summary.standardDeviation, statistic: statistic,
      side: side)
  }
}

extension ControlChart {
  /// The alarms of a chart that starts afresh after each.
  ///
  /// - Parameter values: the values to run over, all of them observed.
  /// - Returns: the positions of the values that raised them.
  public func alarms(in values: [Double]) -> [Int] {
    var alarms: [Int] = []
    var start = 0
    while start < values.count {
      guard let first = firstAlarm(in: values[start...]) else { break }
      alarms.append(first)
      start = first + 1
    }
    return alarms
  }

  private func firstAlarm(in values: ArraySlice<Double>) -> Int? {
    var state = 0.0
    for (step, index) in values.indices.enumerated() {
      state = advanced(state, by: standardised(values[index]))
      if state > limit(at: step + 1) { return index }
    }
    return nil
  }
}
