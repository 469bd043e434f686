public import Time

/// What a patient agreed to, or no longer agrees to, at a moment.
public struct Consent: Hashable, Sendable {
  /// What somebody can agree to beyond their own treatment.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Their data are used for studies, without what tells who they are.
    case research
    /// The clinic looks at their data to work better, without what tells who they are.
    case quality
  }

  /// What it is about.
  public let kind: Kind
  /// Whether the patient agrees.
  public let isGiven: Bool
  /// When they said so.
  public let at: Instant
}
