/// A calendar of monitoring: what is measured when, from the course that begins it.
public struct MonitoringCalendar: Hashable, Sendable {
  /// One thing of a calendar.
  public struct Item: Hashable, Sendable {
    /// The identifier within the calendar.
    public let id: String
    /// What is done, in words.
    public let name: String
    /// What begins it, where that is less than what begins the calendar.
    public let trigger: CalendarTrigger?
    /// Statements that must be true.
    public let required: [StatementID]
    /// When it is done.
    public let timings: [CalendarTiming]
    /// What shows that it was done.
    public let doneBy: CalendarEvidence
    /// The checklist to go through.
    public let checklist: ChecklistID?
    /// A remark of the resource.
    public let note: String?
  }

  /// The identifier.
  public let id: CalendarID
  /// The name as the care team reads it.
  public let name: String
  /// What begins it.
  public let trigger: CalendarTrigger
  /// Statements that must be true; an open one keeps it closed.
  public let required: [StatementID]
  /// Statements that must not be true; an open one is taken as not, and said.
  public let excluded: [StatementID]
  /// The calendar it takes the place of where a site chose it; nil for one that always holds.
  public let insteadOf: CalendarID?
  /// Why no rule names it; nil where one does.
  public let standsAlone: String?
  /// What is still to be done before it may be relied on.
  public let pending: String?
  /// What is done, in the order of the resource.
  public let items: [Item]
  /// How well it is known and where it comes from.
  public let evidence: Evidence
  /// The document's provenance.
  public let provenance: Provenance
}
