/// The total of one filled-in instrument and its answers about safety.
public struct Score: Hashable, Sendable {
  /// The total and how it came about.
  public enum Total: Hashable, Sendable {
    /// The total of all items, in points.
    case complete(Double)
    /// The total made from the answered items alone, in whole points, and the skipped ones.
    case prorated(Double, missing: [ItemID])
    /// The instrument has no total; the skipped items.
    case separate(missing: [ItemID])
    /// No total, the skipped items, and the reason in a sentence.
    case unscorable(missing: [ItemID], reason: String)
  }

  /// The total and how it came about.
  public let total: Total
  /// The answers about safety, in the order the instrument lists them.
  public let safety: [SafetyAnswer]
  /// The single answers, where the instrument reads each by itself.
  public let readings: [ItemReading.Result]
  /// Whether the instrument's rule on single answers holds; nil when it has none.
  public let criterion: ItemCriterion.Result?
  /// The level of risk, where the instrument is a table of decisions; for clinicians only.
  public let triage: TriageResult?

  /// The total in points, or nil when there is none.
  public var value: Double? {
    switch total {
    case .complete(let points), .prorated(let points, _): points
    case .separate, .unscorable: nil
    }
  }

  /// The skipped items, in the order of the instrument.
  public var missing: [ItemID] {
    switch total {
    case .complete: []
    case .prorated(_, let missing), .separate(let missing), .unscorable(let missing, _): missing
    }
  }
}
