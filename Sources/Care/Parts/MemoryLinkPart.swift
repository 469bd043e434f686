public import Inference
public import PatientRecord

/// Whether practice with good memories reaches the mood by way of memory, as far as one person's days
/// can tell. It is for research: one person's days can be consistent with it and cannot prove it.
public struct MemoryLinkPart: Sendable {
  /// The rated item.
  public let item: CheckInItemID
  /// The task behind the mediator, and its figure.
  public let task: String
  /// The figure's name.
  public let figure: String
  /// The reading, or why there is none.
  public let result: Finding<Mediation>
  /// What it was computed from.
  public let basis: Basis
}
