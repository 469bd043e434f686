public import Inference
public import PatientRecord
public import Time

/// Trends of autocorrelation and variance against chance: a research panel, never an alarm. It is
/// computed only when asked for.
public struct EarlyWarningPart: Sendable {
  /// The items.
  public let items: [CheckInItemID]
  /// The day that the panel counts as 0.
  public let origin: Day
  /// The panel, or why there is none.
  public let result: Finding<EarlyWarning>
  /// What it was computed from.
  public let basis: Basis
}
