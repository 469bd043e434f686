/// The calendars of the due list with their checklists.
///
/// ## Topics
/// ### Checking
/// - ``findings(with:)``
public struct CareCalendars: Hashable, Sendable {
  /// The terms; nil when no document defines them, and then there is no calendar either.
  public let terms: CalendarTerms?
  /// The calendars in the order of their identifiers.
  public let calendars: [MonitoringCalendar]
  /// The checklists by identifier.
  public let checklists: [ChecklistID: Checklist]
  /// The treatments by every name in lower case.
  public let treatmentsByName: [String: Treatment]

  /// Finds a calendar.
  ///
  /// - Parameter id: its identifier.
  /// - Returns: the calendar; nil when there is none.
  public func calendar(_ id: CalendarID) -> MonitoringCalendar? {
    calendars.first { $0.id == id }
  }

  /// Holds calendars and rules against each other.
  ///
  /// - Parameter rules: the rules, which name calendars.
  /// - Returns: one line for each rule that names a calendar which does not exist, and for each
  ///   calendar which no rule names and which does not say why.
  public func findings(with rules: RuleBook) -> [String] {
    let known = Set(calendars.map(\.id.rawValue))
    let named = rules.rules.compactMap { rule in rule.advice.calendar.map { (rule.id, $0) } }
    let missing = named.filter { !known.contains($0.1) }.map {
      "\($0.0): there is no calendar '\($0.1)'; add it or correct the rule"
    }
    let used = Set(named.map(\.1))
    let unused = calendars.filter { !used.contains($0.id.rawValue) && $0.standsAlone == nil }.map {
      "\($0.id): no rule names this calendar; name it in one or say why in standsAlone"
    }
    let idle = calendars.filter { used.contains($0.id.rawValue) && $0.standsAlone != nil }.map {
      "\($0.id): a rule names this calendar; remove standsAlone"
    }
    return missing + unused + idle
  }
}
