/// What kind of evidence a time course rests on. Layers are never mixed in one number.
public enum EvidenceLayer: String, Hashable, Sendable, CaseIterable {
  /// The antidepressant effect in human trials.
  case effect
  /// A biomarker in people, such as an evoked potential or a volume.
  case biomarker
  /// Structure or a critical period in rodents.
  case rodent
}
