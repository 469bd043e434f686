private import Foundation

extension MultiListParameter {
  /// Whether the bounds lie so far apart that a search goes by ratios, that is by the logarithm.
  private var goesByRatio: Bool { range.lowerBound > 0 && range.upperBound > 30 * range.lowerBound }

  private var scale: BoundedScale {
    guard goesByRatio else { return BoundedScale(range: range) }
    return BoundedScale(range: log(range.lowerBound)...log(range.upperBound))
  }

  /// The value at an unbounded place, as x = low + (high - low) / (1 + exp(-z)), or so for log x.
  func value(_ z: Double) -> Double {
    let value = scale.value(z)
    return goesByRatio ? min(max(exp(value), range.lowerBound), range.upperBound) : value
  }

  /// The unbounded place of a value; values on or outside a bound count as just inside.
  func unbounded(_ value: Double) -> Double {
    scale.unbounded(goesByRatio ? log(max(value, range.lowerBound)) : value)
  }

  /// The value at a share of the way from one bound to the other, 0 to 1.
  func value(atShare share: Double) -> Double { value(log(share / (1 - share))) }
}
