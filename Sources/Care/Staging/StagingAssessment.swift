public import Knowledge

/// Everything that staging says about a case. For clinicians only.
public struct StagingAssessment: Hashable, Sendable {
  /// A trial with its rating.
  public struct RatedTrial: Hashable, Sendable {
    /// The trial.
    public let trial: TreatmentTrial
    /// The rating by dose, duration and adherence.
    public let adequacy: TrialAdequacy
  }

  /// The flag of treatment resistance.
  public struct Resistance: Hashable, Sendable {
    /// Whether it is raised.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
      /// By every published form.
      case met
      /// Not by any.
      case notMet
      /// It depends on the form, or on what is missing.
      case cannotTell
    }

    /// Whether it is raised.
    public let verdict: Verdict
    /// The failures it asks for.
    public let needed: Int
    /// Every trial with whether it counted and why.
    public let failures: FailureCount
    /// The evidence of the definition.
    public let evidence: Evidence
  }

  /// One point of the checklist and what is known of it.
  public struct CheckResult: Hashable, Sendable {
    /// What is known of a point.
    public enum Finding: Hashable, Sendable {
      /// It was found; where, in words.
      case found([String])
      /// It was looked for and not found.
      case notFound
      /// It was not asked, or the record does not say enough; what is missing, in words.
      case open([String])
    }

    /// The point.
    public let check: StagingDefinitions.Check
    /// What is known of it.
    public let finding: Finding
  }

  /// Who may see it: never the person whose trials they are.
  public static let audiences: Set<Audience> = [.clinician]

  /// Each trial with its rating.
  public let trials: [RatedTrial]
  /// What must be ruled out before a stage is believed.
  public let checklist: [CheckResult]
  /// The flag of treatment resistance.
  public let resistance: Resistance
  /// What the methods say.
  public let results: [StagingResult]
  /// The evidence of the rating of each trial.
  public let ratingEvidence: Evidence
  /// The evidence of what counts as a failure.
  public let countingEvidence: Evidence
}
