extension StateSpaceModel {
  /// What earlier observations said about a later one before it was seen.
  public struct Forecast: Hashable, Sendable {
    /// The expected value.
    public let mean: Double
    /// The variance of the observation around it, uncertainty of the coefficients included.
    public let variance: Double
    /// Observed minus expected.
    public let error: Double

    /// The error in units of its own standard deviation.
    public var standardizedError: Double { error / variance.squareRoot() }
  }

  /// Forecasts every observation from those at least `horizon` instants earlier.
  ///
  /// The variances of the model are taken as known; the coefficients are estimated anew from the
  /// observations before each forecast.
  ///
  /// - Parameters:
  ///   - data: the observations.
  ///   - horizon: how many instants ahead, at least 1.
  ///   - wanted: the observations to forecast; all of them by default.
  /// - Returns: a forecast per observation, or `nil` where none is wanted, where nothing earlier
  ///   determines it, or where an earlier observation without variance has settled a coefficient for certain.
  /// - Throws: ``StateSpaceError`` when shapes do not fit.
  public func forecasts(
    of data: Observations, horizon: Int = 1, only wanted: Range<Int>? = nil
  ) throws(StateSpaceError) -> [Forecast?] {
    try check(data)
    guard horizon >= 1 else { throw .shape("a forecast looks at least one instant ahead") }
    guard horizon < data.timeCount else { return Array(repeating: nil, count: data.count) }
    let range = (wanted ?? 0..<data.count).clamped(to: 0..<data.count)
    switch data.regressorCount {
    case ...3: return ForecastPass<SIMD4<Double>>(self, data, horizon, range).run()
    case ...7: return ForecastPass<SIMD8<Double>>(self, data, horizon, range).run()
    case ...15: return ForecastPass<SIMD16<Double>>(self, data, horizon, range).run()
    case ...31: return ForecastPass<SIMD32<Double>>(self, data, horizon, range).run()
    default: throw .shape("\(data.regressorCount) regressors; at most 31 are supported")
    }
  }
}
