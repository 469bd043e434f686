/// A share in words, such as `45 %`.
///
/// It is no number: it can be read aloud and drawn, and neither compared nor added nor handed to a
/// rule. That is deliberate, see `docs/decisions/0013-windows-stand-behind-a-wall.md`.
public struct Percentage: Sendable, CustomStringConvertible {
  /// The words.
  public let description: String

  init(_ share: Double) {
    let percent = (share * 100).rounded()
    if !percent.isFinite {
      description = "unknown"
    } else if percent < 1 {
      description = "<1 %"
    } else if percent >= 100, share < 1 {
      description = ">99 %"
    } else {
      description = "\(Int(min(percent, 100))) %"
    }
  }
}

/// A level in words: the middle of all parameter sets and two intervals, as shares of the published
/// peak. Like ``Percentage`` it is no number.
public struct Level: Sendable {
  /// An interval in words.
  public struct Interval: Sendable {
    /// The lower end.
    public let low: Percentage
    /// The upper end.
    public let high: Percentage
  }

  /// The middle.
  public let middle: Percentage
  /// The interval that holds half of the parameter sets.
  public let inner: Interval
  /// The interval that holds 95 % of them.
  public let outer: Interval

  init(_ quantiles: LevelQuantiles) {
    let words = quantiles.values.map { Percentage($0) }
    middle = words[2]
    inner = Interval(low: words[1], high: words[3])
    outer = Interval(low: words[0], high: words[4])
  }
}
