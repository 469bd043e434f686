/// The published, group-level time course of one treatment in one layer.
///
/// It is a model of what groups showed, many of them animals. It is for drawing and for research: no
/// rule and no dose reads it.
public struct KernelDefinition: Hashable, Sendable {
  /// What the time course counts from.
  public enum Anchor: String, Hashable, Sendable, CaseIterable {
    /// Each completed session.
    case session
    /// The first day of a course that was not broken off.
    case course
    /// The first dose; it stays at its height while the medicine is taken and falls afterwards.
    case dosing
  }

  /// A number as it was published.
  public struct Finding: Hashable, Sendable {
    /// The number in a sentence.
    public let text: String
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// The identifier.
  public let id: KernelID
  /// The name as readers see it.
  public let name: String
  /// The layer.
  public let layer: EvidenceLayer
  /// What was measured; only time courses of one measure are combined.
  public let measure: String
  /// What it counts from.
  public let anchor: Anchor
  /// The treatments it describes.
  public let treatments: [TreatmentID]
  /// The kinds of session it describes where a record names no treatment.
  public let sessionKinds: [String]
  /// The classes of medicine it describes.
  public let medicineClasses: [MedicineClassID]
  /// The form with its numbers in days.
  public let shape: KernelShape
  /// The unit in which the resource gives the numbers.
  public let unit: KernelShape.Unit
  /// The standard deviation of the natural logarithm of each parameter.
  public let logSigma: Double
  /// The share of the whole that one event can give, above 0 and at most 1.
  public let amplitude: Double
  /// Events closer together than this many days leave nothing of the later one; nil without limit.
  public let refractoryDays: Double?
  /// When it begins to show, in words.
  public let onset: String?
  /// What was published.
  public let findings: [Finding]
  /// How well the record is known and where it comes from.
  public let evidence: Evidence
  /// The document's provenance.
  public let provenance: Provenance
}
