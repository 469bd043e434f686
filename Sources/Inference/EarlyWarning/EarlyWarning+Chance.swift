internal import Statistics

extension EarlyWarning {
  /// What trends look like in series in which nothing changes.
  public struct Chance: Hashable, Sendable {
    /// The central 95 % of the trend of the autocorrelation.
    public let autocorrelation: ClosedRange<Double>
    /// The central 95 % of the trend of the variance.
    public let variance: ClosedRange<Double>
    /// The share of series whose autocorrelation the usual test calls a trend at 5 %.
    public let usualTestShare: Double
    private let autocorrelationRanks: ChanceRanks
    private let varianceRanks: ChanceRanks

    /// The share of series whose trend is at least as high.
    ///
    /// - Parameters:
    ///   - statistic: autocorrelation or variance; there is no connectivity of one item.
    ///   - tau: the trend.
    /// - Returns: a share above 0, `nil` for connectivity.
    public func share(of statistic: Statistic, atLeast tau: Double) -> Double? {
      switch statistic {
      case .autocorrelation: autocorrelationRanks.share(of: tau)
      case .variance: varianceRanks.share(of: tau)
      case .connectivity: nil
      }
    }

    /// Simulates stationary autoregressions of order 1, without nights or missing beeps.
    ///
    /// - Parameters:
    ///   - beeps: how many beeps a series has, 20 to 100,000.
    ///   - coefficient: the correlation of neighbours, within -1 and 1.
    ///   - window: the beeps of a window, at least 11.
    ///   - step: the beeps between the ends of two windows, 1 or more.
    ///   - series: how many series, 200 to 100,000.
    ///   - seed: the seed of the simulation.
    /// - Throws: ``InferenceError/option(_:)`` when a number is outside its range, and
    ///   ``InferenceError/tooFew(observed:needed:what:)`` when fewer than 20 windows fit.
    public init(
      beeps: Int, coefficient: Double, window: Int, step: Int, series: Int, seed: UInt64
    ) throws(InferenceError) {
      guard (20...100_000).contains(beeps), abs(coefficient) < 1, window > 10, step >= 1,
        (200...100_000).contains(series)
      else {
        throw .option(
          "20 to 100,000 beeps, a coefficient within -1 and 1, windows of more than 10 beeps, a "
            + "step of 1 or more and 200 to 100,000 series")
      }
      let count = beeps >= window ? (beeps - window) / step + 1 : 0
      guard count >= EarlyWarning.fewestWindows else {
        throw .tooFew(
          observed: count, needed: EarlyWarning.fewestWindows, what: "windows in a trend")
      }
      let rolling = RollingStatistics(
        windows: (0..<count).map { $0 * step..<$0 * step + window },
        isPaired: (0..<beeps).map { $0 > 0 })
      let null = StationaryNull(
        kept: (0..<beeps).map { $0 > 0 ? coefficient : 0 }, itemCount: 1)
      let line = (0..<count).map(Double.init)
      var taus: (autocorrelation: [Double], variance: [Double]) = ([], [])
      for replicate in 0..<series {
        var stream = RandomStream(seed: seed, stream: UInt64(replicate))
        let curves = rolling.curves(of: null.draw(using: &stream))
        taus.autocorrelation.append(KendallTau(line, curves.autocorrelation)?.tauB ?? 0)
        taus.variance.append(KendallTau(line, curves.variance)?.tauB ?? 0)
      }
      autocorrelationRanks = ChanceRanks(taus.autocorrelation)
      varianceRanks = ChanceRanks(taus.variance)
      autocorrelation = autocorrelationRanks.central95
      variance = varianceRanks.central95
      usualTestShare = autocorrelationRanks.share(
        beyond: 1.959964 * ChanceRanks.independenceDeviation(count: count))
    }
  }
}
