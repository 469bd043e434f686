/// The daily doses of one medicine in the order of time.
public struct DoseTimeline: Hashable, Sendable {
  /// The medicine, as first written.
  public let substance: Name
  /// The changes of dose by time, then by entry; never empty.
  public let steps: [Dated<DoseStep>]
}
