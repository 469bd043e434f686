/// A window that has been proposed and is not drawn: its weight is 0 until somebody sets it for a study.
public struct WindowHypothesis: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The name as readers see it.
  public let name: String
  /// The proposed time after the event, in days.
  public let days: ClosedRange<Double>
  /// How much it counts; 0 unless somebody sets it for a study.
  public let weight: Double
  /// What speaks for it and against it.
  public let findings: [KernelDefinition.Finding]
  /// How well the record is known and where it comes from.
  public let evidence: Evidence
}
