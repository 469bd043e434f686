/// One point of a checklist and whether it was met.
public struct ChecklistItem: Hashable, Sendable, Codable {
  /// The point.
  public let name: Name
  /// Whether it was met.
  public let isMet: Bool

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - name: the point.
  ///   - isMet: whether it was met.
  public init(
    name: Name, isMet: Bool
  ) {
    self.name = name
    self.isMet = isMet
  }
}
