public import Knowledge
public import PatientRecord
public import Time

/// One line of a due list: what, why, when, and on whose word.
public struct DueItem: Hashable, Sendable {
  /// What asks for it.
  public enum Origin: Hashable, Sendable {
    /// A domain of the schedule of measurements.
    case schedule(domain: String)
    /// An item of a calendar.
    case calendar(CalendarID, item: String)
  }

  /// When it was last done.
  public struct Done: Hashable, Sendable {
    /// The calendar day.
    public let day: Day
    /// The entry that shows it.
    public let entry: EntryID
  }

  /// What asks for it.
  public let origin: Origin
  /// What is done, in words.
  public let what: String
  /// Why: the calendar, or the phase of treatment. It may name a medicine.
  public let why: String
  /// The course that it hangs on and its first day; nil for what hangs on the phase.
  public let course: DueCourse?
  /// When.
  public let time: DueTime
  /// How it stands on the day of the list.
  public let standing: DueStanding
  /// The last day that is right at all, where one is named.
  public let limit: Day?
  /// When it was last done; nil when the record shows nothing.
  public let lastDone: Done?
  /// The questionnaires of which one is enough.
  public let instruments: [InstrumentID]
  /// Those of them that the person fills in here.
  public let ownInstruments: [InstrumentID]
  /// What those are called.
  public let ownNames: [String]
  /// Whether it may not wait: it follows a positive answer about safety.
  public let isAtOnce: Bool
  /// The checklist to go through.
  public let checklist: ChecklistID?
  /// What was left open and taken as not so, or widened the days; each begins with "whether".
  public let open: [String]
  /// What is still to be done before it may be relied on.
  public let pending: String?
  /// A remark of the resource.
  public let note: String?
  /// How well it is known and where it comes from.
  public let evidence: Evidence

  /// Those who may see it: the person only what they fill in themselves, and never why.
  public var audiences: Set<Audience> {
    ownInstruments.isEmpty ? [.clinician, .researcher] : [.patient, .clinician, .researcher]
  }
}

/// A course that asks for something.
public struct DueCourse: Hashable, Sendable {
  /// What it is called in the record.
  public let name: String
  /// Its first day.
  public let start: Day
  /// The entry it comes from.
  public let entry: EntryID
}
