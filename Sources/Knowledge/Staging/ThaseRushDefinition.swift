/// The stages of Thase and Rush (1997), each on top of the one before.
public struct ThaseRushDefinition: Hashable, Sendable {
  /// What a stage asks for beyond the one before it.
  public struct Stage: Hashable, Sendable {
    /// The name of the stage.
    public let label: String
    /// The failed trials, at least.
    public let failures: Int
    /// The distinct classes among them, at least.
    public let classes: Int
    /// A class that must be among them.
    public let medicineClass: MedicineClassID?
    /// A treatment that must have failed.
    public let treatment: TreatmentID?
  }

  /// The weeks that make a trial adequate.
  public let weeks: ClosedRange<Double>
  /// The name of the stage without a failure.
  public let none: String
  /// The stages in rising order.
  public let stages: [Stage]
  /// How well it is known and where it comes from.
  public let evidence: Evidence
}
