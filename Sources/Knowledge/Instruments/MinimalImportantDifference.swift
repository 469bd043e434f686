/// The smallest change that people notice or that matters to them.
public struct MinimalImportantDifference: Hashable, Sendable {
  /// The change in points; a range where sources differ.
  public let points: ClosedRange<Double>?
  /// The change as a fraction of the score before treatment, such as 0.2.
  public let fractionOfBaseline: Double?
}
