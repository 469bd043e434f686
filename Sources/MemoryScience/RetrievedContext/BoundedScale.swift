private import Foundation

/// A parameter within bounds and its unbounded twin: x = low + (high - low) / (1 + exp(-z)).
struct BoundedScale: Hashable, Sendable {
  let range: ClosedRange<Double>

  private var width: Double { range.upperBound - range.lowerBound }

  /// The bounded value.
  func value(_ z: Double) -> Double {
    min(max(range.lowerBound + width / (1 + exp(-z)), range.lowerBound), range.upperBound)
  }

  /// The unbounded value; values on or outside a bound count as just inside.
  func unbounded(_ value: Double) -> Double {
    let share = min(max((value - range.lowerBound) / width, 1e-3), 1 - 1e-3)
    return log(share / (1 - share))
  }

  /// dx/dz at an unbounded value.
  func slope(_ z: Double) -> Double {
    let share = 1 / (1 + exp(-z))
    return width * share * (1 - share)
  }

  /// Whether a value lies within a thousandth of the width from an end: there the likelihood is
  /// flat in z and its curvature says nothing.
  func isAtBound(_ z: Double) -> Bool { abs(z) > log(999) }
}
