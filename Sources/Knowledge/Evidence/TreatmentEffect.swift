/// The identifier of a row of evidence, such as `AD-01`.
public struct EvidenceID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}

/// What one publication says a treatment did to memory, cognition or mood.
public struct TreatmentEffect: Hashable, Sendable {
  /// What the effect was told apart from.
  public enum Design: String, Hashable, Sendable, CaseIterable {
    /// Placebo, sham, waiting list, usual care or another control.
    case controlled
    /// Another active treatment, with no control beside them.
    case activeComparison
    /// The same people before treatment: practice and regression to the mean are not excluded.
    case uncontrolled
    /// The abstract does not say.
    case unclear
  }

  /// Whom it was measured in.
  public enum People: String, Hashable, Sendable, CaseIterable {
    /// People with depression, or remitted from it.
    case depression
    /// A mixed group, most of them with depression or close to it.
    case mainlyDepression
    /// Others, such as healthy volunteers or people with insomnia.
    case other
  }

  /// What the row says of the theory that treatments which help also restore memory.
  public enum Bearing: String, Hashable, Sendable, CaseIterable {
    /// It speaks for it.
    case supports
    /// It speaks against it.
    case against
    /// Both.
    case mixed
    /// Neither.
    case neutral
  }

  /// The identifier of the row.
  public let id: EvidenceID
  /// The treatment.
  public let treatment: String
  /// The body of trials behind the row: rows with the same name may share trials and are never
  /// pooled with each other.
  public let trials: String
  /// The effect.
  public let effect: ReportedEffect
  /// How it was measured.
  public let measure: String
  /// What it was compared with, in the source's words.
  public let comparison: String
  /// What it was told apart from.
  public let design: Design
  /// Whom it was measured in.
  public let people: People
  /// The population in the source's words.
  public let population: String
  /// When, if known.
  public let timepoint: String?
  /// The unit of the effect.
  public let metric: EffectMetric
  /// The effect in words, where one number does not tell it.
  public let reported: String?
  /// How many studies, comparisons or trials it comes from.
  public let studies: Int?
  /// How many people.
  public let participants: Int?
  /// What it says of the theory; `nil` for effects on mood alone.
  public let bearing: Bearing?
  /// How well it is known: read in an abstract, or general knowledge.
  public let evidence: Evidence
  /// What was found when its citation was looked up again.
  public let check: CitationCheck
  /// Effects on other outcomes that the same publication reports, in the same unit.
  public let alongside: [ReportedEffect]
}
