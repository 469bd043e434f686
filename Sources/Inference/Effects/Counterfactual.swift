public import Statistics

/// What the readings after an onset would have been without the intervention, held against what
/// they were.
public struct Counterfactual: Sendable {
  /// What the path without the intervention rests on.
  public enum Basis: Hashable, Sendable {
    /// The readings before the onset alone, forecast from there.
    case forecast
    /// The whole series with the input in the model; the path is the readings less the effect.
    case wholeSeries
  }

  /// One reading after the onset.
  public struct Reading: Hashable, Sendable {
    /// When, in days.
    public let time: Double
    /// What was read.
    public let observed: Double
    /// What would have been read: y(0).
    public let expected: Double
    /// The standard deviation of y(0).
    public let standardDeviation: Double

    /// Observed minus expected.
    public var effect: Double { observed - expected }
  }

  /// What the path rests on.
  public let basis: Basis
  /// The readings from the onset on, in time order.
  public let readings: [Reading]
  /// The joint covariance of y(0) over the readings, which is that of the effects too.
  public let covariance: Matrix
  /// The law of the mean effect over the readings.
  public let mean: NormalMixture
  /// The law of the cumulative effect: the sum over the readings.
  public let total: NormalMixture

  init(basis: Basis, observed: [TrajectorySeries.Reading], moments: EffectMoments) {
    self.basis = basis
    let covariance = moments.covariance
    self.covariance = covariance
    readings = observed.indices.map { index in
      Reading(
        time: observed[index].time, observed: observed[index].value,
        expected: observed[index].value - moments.means[index],
        standardDeviation: max(covariance[index, index], 0).squareRoot())
    }
    total = moments.law(dividedBy: 1)
    mean = moments.law(dividedBy: Double(max(observed.count, 1)))
  }

  /// The mean effect over part of the time.
  ///
  /// - Parameter times: from when to when, in days.
  /// - Returns: its mean and standard deviation from the joint covariance; `nil` when there is no
  ///   reading.
  public func mean(over times: ClosedRange<Double>) -> Normal? {
    let chosen = readings.indices.filter { times.contains(readings[$0].time) }
    guard !chosen.isEmpty else { return nil }
    let count = Double(chosen.count)
    var variance = 0.0
    for row in chosen { for column in chosen { variance += covariance[row, column] } }
    return Normal(
      mean: chosen.reduce(0) { $0 + readings[$1].effect } / count,
      standardDeviation: max(max(variance, 0).squareRoot() / count, 1e-150))
  }
}
