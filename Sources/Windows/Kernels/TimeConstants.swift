private import Foundation
import Knowledge

/// The two time constants of a bi-exponential kernel, in days.
public struct TimeConstants: Hashable, Sendable {
  /// The constant of the rise, above 0, at most ``decay``.
  public let rise: Double
  /// The constant of the fall.
  public let decay: Double

  /// Takes two constants in either order: the form is the same.
  init(_ one: Double, _ other: Double) {
    rise = min(one, other)
    decay = max(one, other)
  }

  /// Solves the constants from the day of the peak and the day on which a quarter of it is left.
  ///
  /// With `x = decay/rise` the peak lies at `decay·ln(x)/(x-1)`, so that the peak fixes both constants
  /// for each x, and the share left on the second day grows with x. The ratio is found by bisection
  /// to the last bit.
  ///
  /// - Parameters:
  ///   - peak: the day of the peak, above 0.
  ///   - quarter: the day on which a quarter is left, later than
  ///     ``Knowledge/KernelShape/leastQuarterRatio`` times the peak. Anything else gives nil: no two
  ///     exponentials fall so soon.
  public init?(peak: Double, quarter: Double) {
    guard peak > 0, quarter.isFinite, quarter > peak * KernelShape.leastQuarterRatio else {
      return nil
    }
    var low = 1e-9
    var high = 60.0
    for _ in 0..<200 {
      let middle = 0.5 * (low + high)
      guard middle > low, middle < high else { break }
      if TimeConstants(peak: peak, logRatio: middle).level(at: quarter) < 0.25 {
        low = middle
      } else {
        high = middle
      }
    }
    self.init(peak: peak, logRatio: 0.5 * (low + high))
  }

  private init(peak: Double, logRatio: Double) {
    let rise = peak * -expm1(-logRatio) / logRatio
    self.init(rise, rise * exp(logRatio))
  }

  /// The day of the peak: `ln(decay/rise)·rise·decay/(decay - rise)`.
  var peak: Double {
    let gap = decay - rise
    return gap > 1e-9 * decay ? rise * decay / gap * log1p(gap / rise) : rise
  }

  /// The form at a day, 1 at its peak: `(e^(-t/decay) - e^(-t/rise))` over its value at the peak,
  /// written so that nothing cancels where the constants are close.
  func level(at day: Double) -> Double { level(at: day, peak: peak) }

  func level(at day: Double, peak: Double) -> Double {
    guard day > 0 else { return 0 }
    let gap = 1 / rise - 1 / decay
    let ratio = gap * peak > 1e-9 ? expm1(-gap * day) / expm1(-gap * peak) : day / peak
    return ratio * exp(-(day - peak) / decay)
  }
}
