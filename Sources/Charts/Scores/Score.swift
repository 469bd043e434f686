/// The total of one answered instrument.
public struct Score: Hashable, Sendable {
  /// Days since the axis's origin.
  public let day: Double
  /// The total.
  public let total: Double
  /// Whether skipped items were made up for from the others.
  public let isProrated: Bool

  /// Creates a score.
  ///
  /// - Parameters:
  ///   - day: days since the axis's origin.
  ///   - total: the total.
  ///   - isProrated: whether skipped items were made up for from the others.
  public init(_ day: Double, _ total: Double, isProrated: Bool = false) {
    self.day = day
    self.total = total
    self.isProrated = isProrated
  }
}
