/// An effect on one outcome as an abstract reports it.
public struct ReportedEffect: Hashable, Sendable {
  /// What it was measured on.
  public let domain: EffectDomain
  /// The outcome in the source's words.
  public let outcome: String
  /// The effect; above 0 is better. `nil` when the source gives none.
  public let estimate: Double?
  /// Its 95 % interval, if reported; it holds the estimate.
  public let interval: ClosedRange<Double>?
  /// Its two-sided p value where it was reported exactly and an interval was not.
  public let pValue: Double?
}
