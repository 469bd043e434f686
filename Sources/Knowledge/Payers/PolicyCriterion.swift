/// One thing that a payer asks for.
public struct PolicyCriterion: Hashable, Sendable {
  /// How it is looked up in a record.
  public enum Check: Hashable, Sendable {
    /// Nothing in a record says it: somebody must state it.
    case stated
    /// The latest total of one of these instruments is at least so many points.
    case score([SignalTrigger.ScoreThreshold])
    /// A total from before treatment, of an instrument that has a rule for remission and response.
    case baselineScore
    /// So many failed trials, perhaps of different classes, perhaps with intolerance in their place.
    case failedTrials(atLeast: Int, differentClasses: Bool, orIntolerance: Bool)
    /// A confirmed diagnosis among these names, or with a code that begins so.
    case diagnosis(names: Set<String>, codes: [String])
    /// None of these diagnoses; names in lower case with hyphens.
    case noDiagnosis(names: Set<String>)
    /// None of these medicines or treatments is being taken now.
    case notTaken([String])
    /// A course of psychotherapy.
    case psychotherapy
    /// A measurement by one of these names, in lower case with hyphens.
    case measurement(names: Set<String>)
  }

  /// The identifier within the policy, by which it may be stated.
  public let id: String
  /// What is asked for, in words.
  public let text: String
  /// How it is looked up.
  public let check: Check
  /// How well it is known and where it comes from.
  public let evidence: Evidence
}
