private import Statistics

/// A mean over people with its uncertainty.
public struct GroupMean: Hashable, Sendable {
  /// How many people have a value.
  public let people: Int
  /// The mean of their values, `nil` without people.
  public let mean: Double?
  /// The standard error of the mean, `nil` for fewer than two people.
  public let standardError: Double?
  /// The interval by Student's t law, which takes people as drawn independently.
  public let interval: RecallInterval

  /// Summarises values.
  ///
  /// - Parameters:
  ///   - values: one value per person.
  ///   - level: the probability of the interval.
  init(_ values: [Double], level: Double) {
    people = values.count
    guard !values.isEmpty else {
      (mean, standardError) = (nil, nil)
      interval = .unknown("nobody has a value")
      return
    }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    self.mean = mean
    guard values.count > 1 else {
      standardError = nil
      interval = .unknown("one person has a value, 2 needed")
      return
    }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / (count - 1) / count).squareRoot()
    standardError = error
    let reach = error * StudentT(degreesOfFreedom: count - 1).quantile((1 + level) / 2)
    interval = reach.isFinite ? .known(mean - reach...mean + reach) : .unknown("out of range")
  }
}
