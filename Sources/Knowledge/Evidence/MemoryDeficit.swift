/// How memory or cognition differs in depression, as one publication says.
public struct MemoryDeficit: Hashable, Sendable {
  /// The identifier of the row.
  public let id: EvidenceID
  /// What was measured.
  public let construct: String
  /// By what task.
  public let task: String
  /// Whom with whom.
  public let comparison: String
  /// The unit of the difference.
  public let metric: EffectMetric
  /// The difference, with the source's sign; `nil` when the source gives no single number.
  public let estimate: Double?
  /// Its 95 % interval, if reported.
  public let interval: ClosedRange<Double>?
  /// The difference in words, where one number does not tell it.
  public let reported: String?
  /// How many studies it comes from.
  public let studies: Int?
  /// How many people.
  public let participants: Int?
  /// How well it is known.
  public let evidence: Evidence
  /// What was found when its citation was looked up again.
  public let check: CitationCheck
}
