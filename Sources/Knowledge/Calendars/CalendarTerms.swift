/// What calendars speak of beside their own items, and the conventions by which is counted.
public struct CalendarTerms: Hashable, Sendable {
  /// Something that a record may state, deny or leave open.
  public struct Statement: Hashable, Sendable {
    /// The identifier.
    public let id: StatementID
    /// What is asked, beginning with "whether".
    public let question: String
    /// The names under which a decision or a diagnosis answers it, in lower case with hyphens.
    public let words: Set<String>
    /// Whether a change of dose makes an earlier answer void.
    public let endsWithChange: Bool
  }

  /// How old a measurement before a start may be, in weeks.
  public let baselineWeeks: Int
  /// How long after its last day something asked for once is still listed, in weeks.
  public let lapseWeeks: Int
  /// The statements by identifier.
  public let statements: [StatementID: Statement]
  /// What begins the events of the schedule of measurements.
  public let events: [ScheduleEvent: CalendarTrigger]
  /// The document's provenance.
  public let provenance: Provenance
}
