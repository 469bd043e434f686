/// The methods by which treatment resistance is staged.
public struct StagingDefinitions: Hashable, Sendable {
  /// What a person has answered to treatment, as a trial records it.
  public enum Response: String, Hashable, Sendable, CaseIterable {
    /// Less than a partial response.
    case none
    /// A partial response.
    case partial
    /// A response.
    case response
    /// Remission.
    case remission
    /// The trial was ended because it was not tolerated.
    case intolerant
  }

  /// What counts as a failed trial of an antidepressant.
  public struct Counting: Hashable, Sendable {
    /// The property of medicines that count.
    public let flag: MedicineFlagID
    /// Classes that do not count all the same.
    public let excludedClasses: Set<MedicineClassID>
    /// The responses that are failures.
    public let failures: Set<Response>
    /// The share of doses taken, at least, 0 to 1.
    public let adherence: Double
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// The rating of a trial by itself.
  public struct TrialRating: Hashable, Sendable {
    /// The weeks at the smallest effective dose, at least.
    public let weeks: ClosedRange<Double>
    /// Whether a trial whose adherence is not known cannot be rated.
    public let needsAdherence: Bool
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// Two or more failures in the episode.
  public struct Resistance: Hashable, Sendable {
    /// The weeks that make a trial adequate.
    public let weeks: ClosedRange<Double>
    /// The failures, at least.
    public let failures: Int
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// One point to rule out before a stage is believed.
  public struct Check: Hashable, Sendable {
    /// How a point is answered.
    public enum Source: String, Hashable, Sendable, CaseIterable {
      /// From the adherence of the trials.
      case adherence
      /// From the doses of the trials.
      case dose
      /// From the duration of the trials.
      case duration
      /// By asking.
      case asked
    }

    /// The identifier.
    public let id: String
    /// The question.
    public let text: String
    /// How it is answered.
    public let source: Source
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// What is counted, in every method.
  public let counting: Counting
  /// The rating of each trial.
  public let trialRating: TrialRating
  /// The hierarchy of Thase and Rush.
  public let thaseRush: ThaseRushDefinition
  /// The Maudsley method.
  public let maudsley: MaudsleyDefinition
  /// The method of the Massachusetts General Hospital.
  public let massachusetts: MassachusettsDefinition
  /// The flag of treatment resistance.
  public let resistance: Resistance
  /// What must be ruled out first.
  public let checklist: [Check]
  /// The document's provenance.
  public let provenance: Provenance
}
