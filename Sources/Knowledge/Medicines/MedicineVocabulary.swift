/// The words that medicines and treatments may use: classes, flags, forms and what is watched.
///
/// A record that names a word which is not here is refused, so that no rule asks for a misspelt one.
public struct MedicineVocabulary: Hashable, Sendable {
  /// The name of a word and what it means.
  public struct Term: Hashable, Sendable {
    /// The name as readers see it.
    public let name: String
    /// What it means, where the name does not say it.
    public let meaning: String?
    /// How well the meaning is known and where it comes from.
    public let evidence: Evidence
  }

  /// The classes.
  public let classes: [MedicineClassID: Term]
  /// The properties that medicines share across classes.
  public let flags: [MedicineFlagID: Term]
  /// The forms.
  public let forms: [MedicineFormID: Term]
  /// What is watched.
  public let monitoring: [MonitoringID: Term]
}
