public import Knowledge
public import Time

/// Where a course of treatment stands: the published rule on raw scores, and beside it the
/// probability that the underlying level says the same.
///
/// A score scatters by several points without any change of the person, so the raw rule alone
/// overstates; the probability comes from a level smoothed over all scores with the instrument's
/// own measurement error. Where the two disagree the verdict says so.
public struct StatusPart: Sendable {
  /// What the response rule says.
  public enum Response: String, Hashable, Sendable {
    /// At least the full share lost.
    case response
    /// At least the partial share lost.
    case partial
    /// Less than that.
    case none
  }

  /// A yes-or-no verdict.
  public struct Verdict: Sendable {
    /// What the raw rule says; `nil` where it cannot be applied.
    public let rule: Bool?
    /// How likely the underlying level meets the same criterion.
    public let probability: Finding<Double>
    /// The rule in words, with its numbers.
    public let definition: String
    /// The probability from which the level counts as meeting the criterion.
    public let probabilityNeeded: Double

    init(
      rule: Bool?, probability: Finding<Double>, definition: String,
      probabilityNeeded: Double = 0.5
    ) {
      self.rule = rule
      self.probability = probability
      self.definition = definition
      self.probabilityNeeded = probabilityNeeded
    }

    /// Whether rule and probability point opposite ways.
    public var disagrees: Bool {
      guard let rule, let probability = probability.value else { return false }
      return rule != (probability >= probabilityNeeded)
    }
  }

  /// The instrument.
  public let instrument: Instrument
  /// The baseline day.
  public let baselineDay: Day
  /// The latest scored day.
  public let latestDay: Day
  /// What the response rule says of the latest score; `nil` where the instrument has none.
  public let response: Response?
  /// Response.
  public let responded: Verdict?
  /// At least partial response.
  public let partlyResponded: Verdict?
  /// Remission.
  public let remitted: Verdict?
  /// How likely a form of the latest day would meet the remission rule, from the single answers read
  /// as steps of one severity; `nil` where the instrument has no item parameters.
  public let remittedByItems: Finding<Double>?
  /// Whether ``remittedByItems`` and the raw rule of ``remitted`` point opposite ways.
  public var itemsDisagree: Bool {
    guard let rule = remitted?.rule, let share = remittedByItems?.value else { return false }
    return rule != (share >= 0.5)
  }
  /// Worse than baseline by at least the reliable change.
  public let worsened: Verdict?
  /// Relapse after a remission.
  public let relapsed: Verdict?
  /// Plateau above remission.
  public let plateaued: Verdict?
  /// What it was computed from.
  public let basis: Basis
}
