/// A reliable change that a site sets for one instrument, with who set it and why.
public struct SiteReliableChange: Hashable, Sendable {
  /// The change, in points, from which it counts as reliable here.
  public let points: Double
  /// Why the site differs, such as its own standard deviation.
  public let reason: String
  /// Who decided.
  public let setBy: String

  /// Creates a site's reliable change.
  ///
  /// - Parameters:
  ///   - points: the change in points, above 0 and within the instrument's range.
  ///   - reason: why the site differs; not empty.
  ///   - setBy: who decided; not empty.
  public init(points: Double, reason: String, setBy: String) {
    self.points = points
    self.reason = reason
    self.setBy = setBy
  }
}
