/// The form of a time course with its numbers, all of them days after the beginning.
///
/// Forms: the difference of two exponentials, given by its peak and by the time at which it has
/// fallen to a quarter of it; the alpha function `(t/θ)·e^(1-t/θ)`, given by its peak θ; a box; a
/// box from whose end it falls exponentially.
public enum KernelShape: Hashable, Sendable {
  /// Two exponentials: the day of the peak and the day on which a quarter of it is left.
  case biexponential(peak: Double, quarter: Double)
  /// The alpha function: the day of its peak.
  case alpha(peak: Double)
  /// Full between two days, nothing otherwise.
  case box(opens: Double, closes: Double)
  /// Full between two days, then an exponential fall with a time constant in days.
  case boxThenExponential(opens: Double, closes: Double, decay: Double)

  /// The alpha function falls to a quarter of its peak at this multiple of its peak's time, the
  /// larger root of `x·e^(1-x) = 1/4`. Two exponentials fall later, whatever their constants.
  public static let leastQuarterRatio = 3.692_634_528_889_7

  /// The unit in which a resource gives the numbers.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Minutes.
    case minute = "min"
    /// Hours.
    case hour = "h"
    /// Days of 24 hours.
    case day = "d"
    /// Weeks.
    case week = "wk"

    /// Its length in days.
    public var days: Double {
      switch self {
      case .minute: 1 / 1440
      case .hour: 1 / 24
      case .day: 1
      case .week: 7
      }
    }
  }
}
