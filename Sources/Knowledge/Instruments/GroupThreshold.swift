/// A threshold that holds for some people only.
public struct GroupThreshold: Hashable, Sendable {
  /// Whom it holds for, in words.
  public let group: String
  /// The threshold.
  public let threshold: Threshold
}
