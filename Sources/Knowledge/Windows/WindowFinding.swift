/// A published finding about a time course from which no curve can be made.
public struct WindowFinding: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// What it is about.
  public let name: String
  /// The layer; nil where it belongs to none.
  public let layer: EvidenceLayer?
  /// What was published, and why there is no curve.
  public let findings: [KernelDefinition.Finding]
  /// How well the record is known and where it comes from.
  public let evidence: Evidence
}
