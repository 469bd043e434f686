/// For whom a rule is meant; never for patients.
public enum RuleRole: String, Hashable, Sendable, CaseIterable {
  /// The clinicians of the care team.
  case clinician
}
