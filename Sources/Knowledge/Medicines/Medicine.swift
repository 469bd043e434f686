/// What is known about a medicine, as far as it has a source.
public struct Medicine: Hashable, Sendable {
  /// The identifier.
  public let id: MedicineID
  /// The generic name as readers see it.
  public let name: String
  /// Other names that a record or a file may use, brand names among them.
  public let otherNames: [String]
  /// The class.
  public let medicineClass: MedicineClassID
  /// The properties, each with its evidence.
  public let flags: [MedicineFlagID: Evidence]
  /// The forms it is known here to come in; empty when none is known.
  public let forms: [MedicineFormID]
  /// Doses that count and doses that are the most, by use and form.
  public let doses: [DoseGuide]
  /// How long it stays; nil when not known.
  public let halfLife: HalfLife?
  /// Editorial summaries of its effects; nil when there are none.
  public let scores: EditorialScores?
  /// The dose a day that was like 40 mg of the reference medicine in flexible-dose trials, in mg;
  /// nil when not known. A rough ratio of means, never a rule for switching.
  public let equivalentDose: EquivalentDose?
  /// What is watched while it is taken.
  public let monitoring: [MonitoringID]
  /// How well the record as a whole is known and where it comes from.
  public let evidence: Evidence
  /// The document's provenance: when it was retrieved, by when it is reviewed, where it applies.
  public let provenance: Provenance
}
