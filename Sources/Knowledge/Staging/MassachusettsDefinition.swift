/// The points of the staging method of the Massachusetts General Hospital.
public struct MassachusettsDefinition: Hashable, Sendable {
  /// The weeks that make a trial adequate.
  public let weeks: ClosedRange<Double>
  /// Points for a failed trial.
  public let failure: Double
  /// Points for a failed trial that was optimised in dose or duration.
  public let optimisation: Double
  /// Points for each augmentation or combination.
  public let augmentation: Double
  /// Points for failed electroconvulsive therapy.
  public let ectFailure: Double
  /// How well it is known and where it comes from.
  public let evidence: Evidence
}
