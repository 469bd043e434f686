public import Knowledge
public import PatientRecord
public import Time

/// What a clinician needs to apply to a payer: the policy's criteria held against the record, the
/// trials, the scores, and what nobody has documented. For clinicians only.
public struct PriorAuthorisationPacket: Sendable {
  /// What the record says of a criterion.
  public enum Finding: Hashable, Sendable {
    /// It is met; by what, in words.
    case met([String])
    /// It is not met; by what, in words.
    case notMet([String])
    /// The record does not say; what is missing, in words. Never to be read as not met.
    case notDocumented([String])
  }

  /// One criterion and what is known of it.
  public struct Criterion: Hashable, Sendable {
    /// The criterion.
    public let criterion: PolicyCriterion
    /// What is known of it.
    public let finding: Finding
    /// Whether somebody stated it because the record says nothing.
    public let isStated: Bool
  }

  /// The scores of one instrument.
  public struct ScoreTrend: Sendable {
    /// The instrument.
    public let instrument: Instrument
    /// The score from which change is measured, and why that one.
    public let baseline: ScoresPart.Score?
    /// Why that score.
    public let baselineReason: String
    /// The latest score.
    public let latest: ScoresPart.Score?
    /// The change from one to the other.
    public let change: ScoresPart.Change?
    /// Every score, in the order of time.
    public let scores: [ScoresPart.Score]
  }

  /// A stretch of psychotherapy.
  public struct Therapy: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// The first day.
    public let first: Day
    /// The last day; nil when it goes on or nobody recorded the end.
    public let last: Day?
  }

  /// Who may see it.
  public static let audiences: Set<Audience> = [.clinician]

  /// Whose packet it is.
  public let patient: PatientID
  /// The day of the request.
  public let today: Day
  /// The policy.
  public let policy: PayerPolicy
  /// Whether the policy holds on that day.
  public let standing: PayerPolicy.Standing
  /// Each criterion in the policy's order.
  public let criteria: [Criterion]
  /// Each trial with its rating.
  public let trials: [StagingAssessment.RatedTrial]
  /// Which trials count as failures, and why others do not.
  public let failures: FailureCount
  /// The evidence of what counts as a failure.
  public let failureEvidence: Evidence
  /// The scores of each instrument with a total.
  public let scores: [ScoreTrend]
  /// Psychotherapy by its dates.
  public let therapies: [Therapy]
  /// The diagnoses that stand, with their codes.
  public let diagnoses: [String]
  /// Whether the record holds a plan for a crisis.
  public let hasSafetyPlan: Bool
}

extension PriorAuthorisationPacket {
  /// The criteria that are met.
  public var met: [Criterion] {
    criteria.filter { if case .met = $0.finding { true } else { false } }
  }
  /// The criteria that are not met.
  public var notMet: [Criterion] {
    criteria.filter { if case .notMet = $0.finding { true } else { false } }
  }
  /// The criteria of which the record does not say enough.
  public var notDocumented: [Criterion] {
    criteria.filter { if case .notDocumented = $0.finding { true } else { false } }
  }
}
