/// What is checked at a session.
public struct Checklist: Hashable, Sendable {
  /// When in a session a point is checked.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Before it begins.
    case before
    /// While it lasts.
    case during
    /// Before the person leaves.
    case after
  }

  /// One point.
  public struct Point: Hashable, Sendable {
    /// The identifier within the checklist.
    public let id: String
    /// When it is checked.
    public let stage: Stage
    /// What is checked, in our own words.
    public let text: String
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// The identifier.
  public let id: ChecklistID
  /// The name as the care team reads it.
  public let name: String
  /// What is still to be done before it may be relied on.
  public let pending: String?
  /// The points in order.
  public let points: [Point]
  /// How well it is known and where it comes from.
  public let evidence: Evidence
  /// The document's provenance.
  public let provenance: Provenance
}
