/// What is measured when, by phase of treatment.
///
/// It holds intervals and occasions, no dates: a calendar works those out.
public struct MeasurementSchedule: Hashable, Sendable {
  /// A phase of treatment.
  public enum Phase: String, Hashable, Sendable, CaseIterable {
    /// Before treatment begins.
    case baseline
    /// From the start of treatment until it works, or until the next step.
    case acute
    /// After remission, while relapse is likely.
    case continuation
    /// After that.
    case maintenance
  }

  /// One thing that is measured.
  public struct Domain: Hashable, Sendable {
    /// The identifier, such as `depression`.
    public let id: String
    /// What is measured, in words.
    public let name: String
    /// The instruments of which one is enough; empty for what is no questionnaire.
    public let anyOf: [InstrumentID]
    /// Names of measurements that show it was measured, where no questionnaire is needed; in lower
    /// case with hyphens.
    public let words: Set<String>
    /// When it is measured in each phase; a phase without an entry asks for nothing.
    public let phases: [Phase: [Occasion]]
    /// When it is measured because of an event, whatever the phase.
    public let events: [EventOccasion]
    /// The evidence of the intervals.
    public let evidence: Evidence
  }

  /// How long the acute phase lasts, in weeks.
  public let acuteWeeks: ClosedRange<Int>
  /// What is measured, in the order of the resource.
  public let domains: [Domain]
  /// Where the record comes from.
  public let provenance: Provenance
}
