internal import Statistics

/// A mean over simulated people with its 95 % confidence interval by Student's t.
public struct MeanInterval: Hashable, Sendable {
  /// The mean over people, in the unit of what was measured.
  public let mean: Double
  /// The lower end of the interval.
  public let lower: Double
  /// The upper end of the interval.
  public let upper: Double

  /// Computes the mean.
  ///
  /// - Parameter values: one number for each person, at least 2 and finite; fewer give an interval of
  ///   numbers that are none.
  public init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / (count - 1) / count).squareRoot()
    let reach =
      error == 0 ? 0 : error * StudentT(degreesOfFreedom: count - 1).quantile(0.975)
    self.mean = mean
    lower = mean - reach
    upper = mean + reach
  }

  /// Whether the interval lies above 0 (1), below it (-1) or holds it (0).
  public var sign: Int { lower > 0 ? 1 : upper < 0 ? -1 : 0 }
}
