import Foundation

/// A mean count over people with its Monte-Carlo error.
struct Rate: Sendable {
  /// The mean.
  let mean: Double
  /// Its standard error.
  let standardError: Double

  /// Averages one number per person.
  init(_ counts: [Double]) {
    let size = Double(max(counts.count, 1))
    let mean = counts.reduce(0, +) / size
    let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(size - 1, 1)
    self.mean = mean
    standardError = (variance / size).squareRoot()
  }

  /// Whether the mean lies within three standard errors of what was promised.
  func keeps(_ promise: Double) -> Bool { abs(mean - promise) <= 3 * standardError }
}
