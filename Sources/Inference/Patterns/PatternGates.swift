private import Foundation

/// A test that a pattern has to pass before anybody is shown it.
public enum PatternGate: Hashable, Sendable {
  /// It foretells: the gain in log density of one-step forecasts, summed over the days, is larger
  /// than its standard error.
  case foretells(gain: Double, standardError: Double)
  /// It comes before: the predictor's value of the day after does not go along with the outcome as
  /// much. Both are z values of one joint regression.
  case comesBefore(z: Double, dayAfter: Double)
  /// It is tied to the days: among series shifted in time against each other, this share has a
  /// column as strong.
  case isTiedToDays(share: Double, shifts: Int, level: Double)

  /// Whether it was passed.
  public var isPassed: Bool {
    switch self {
    case .foretells(let gain, let standardError): gain > standardError
    case .comesBefore(let z, let dayAfter): abs(z) > abs(dayAfter)
    case .isTiedToDays(let share, _, let level): share <= level
    }
  }
}

/// Bayesian linear regression, one row at a time, that says before each row how likely it was.
struct SequentialRegression {
  private var mean: [Double]
  private var covariance: [Double]
  private var gain: [Double]
  private let noise: Double

  /// Starts from independent normal priors.
  init(priorVariances: [Double], noise: Double) {
    let size = priorVariances.count
    mean = [Double](repeating: 0, count: size)
    gain = mean
    covariance = [Double](repeating: 0, count: size * size)
    for index in 0..<size { covariance[index * size + index] = priorVariances[index] }
    self.noise = noise
  }

  /// The log density of a value, which is then learnt from.
  mutating func absorb(_ value: Double, row: [Double]) -> Double {
    let size = mean.count
    var expected = 0.0
    var variance = noise
    for index in 0..<size {
      expected += row[index] * mean[index]
      var sum = 0.0
      for other in 0..<size { sum += covariance[index &* size &+ other] * row[other] }
      gain[index] = sum
      variance += row[index] * sum
    }
    let error = value - expected
    let inverse = 1 / variance
    for index in 0..<size {
      mean[index] += gain[index] * error * inverse
      let weight = gain[index] * inverse
      for other in 0..<size { covariance[index &* size &+ other] -= weight * gain[other] }
    }
    return -0.5 * (log(2 * .pi * variance) + error * error * inverse)
  }
}

/// The gain of a column in one-step forecasts, whose coefficients are learnt from earlier days alone.
///
/// The variances, the noise, what a column is divided by and the predictor's slow level are those of the
/// whole diary, the same with the column as without it.
struct ForecastGain {
  let gain: Double
  let standardError: Double

  /// Days that only teach, before forecasts count.
  static let learningRows = 14
  /// The prior variance of a standardised coefficient: small effects are likelier than large ones.
  private static let priorVariance = 0.04

  /// Compares forecasts with and without the first of some standardised columns.
  init(_ outcome: WhitenedOutcome, columns: [[Double]], noise: Double) {
    let nuisance = outcome.precisions.map { $0 == 0 ? 1e4 : 1 / $0 }
    let wide = nuisance + columns.map { _ in ForecastGain.priorVariance * noise }
    var full = SequentialRegression(priorVariances: wide, noise: noise)
    var reduced = SequentialRegression(priorVariances: Array(wide.dropLast()), noise: noise)
    var differences: [Double] = []
    for row in outcome.values.indices {
      let base = outcome.nuisance.map { $0[row] } + columns.dropFirst().map { $0[row] }
      let value = outcome.values[row]
      let without = reduced.absorb(value, row: base)
      let with = full.absorb(value, row: base + [columns[0][row]])
      if row >= ForecastGain.learningRows { differences.append(with - without) }
    }
    let summary = SeriesSummary(differences)
    gain = summary.mean * Double(summary.count)
    standardError = summary.standardDeviation * Double(summary.count).squareRoot()
  }
}
