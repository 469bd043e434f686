/// The change of a score that measurement error alone would rarely produce.
///
/// After Jacobson and Truax (1991): with standard deviation s and reliability r of the score, a
/// change is reliable at 95 % when it is at least 1.96 · s · √2 · √(1 − r).
public struct ReliableChange: Hashable, Sendable {
  /// What the reliability was estimated from.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The correlation of two ratings of people who had not changed.
    case testRetest
    /// The agreement of the items within one rating, such as Cronbach's alpha.
    case internalConsistency
    /// The agreement of two raters.
    case interRater
    /// The source of the figure does not say.
    case unstated
  }

  /// Who set the threshold.
  public enum Origin: Hashable, Sendable {
    /// A named source publishes it.
    case published
    /// It is calculated from a standard deviation and a reliability.
    case derived
    /// The site set it; the text says who, why and what it replaces.
    case site(String)
  }

  /// The change, in points, from which it counts as reliable.
  public let points: Double
  /// The standard deviation of the score, in points.
  public let standardDeviation: Double
  /// The reliability of the score, 0 to 1.
  public let reliability: Double
  /// What the reliability was estimated from.
  public let kind: Kind
  /// Who set the threshold.
  public let origin: Origin
  /// The change in points that was shipped, before any site's own.
  public let shippedPoints: Double

  /// The standard error of measurement s · √(1 − r), in points.
  public var standardErrorOfMeasurement: Double {
    standardDeviation * (1 - reliability).squareRoot()
  }

  /// The exact 95 % threshold 1.96 · s · √2 · √(1 − r), in points, before any rounding.
  public var exact95: Double { 1.96 * 2.0.squareRoot() * standardErrorOfMeasurement }
}
