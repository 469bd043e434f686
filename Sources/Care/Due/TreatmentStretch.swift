import Knowledge
import PatientRecord
import Time

/// A medicine or a treatment from its start to its end, as far as the record tells.
struct TreatmentStretch: Hashable {
  /// How it stands on the day that is asked about.
  enum State: Hashable {
    /// It is to begin, on ``start`` or on a day not named.
    case planned
    /// It goes on, as far as is recorded.
    case underWay
    /// It ended on this day.
    case ended(Day)
  }

  let name: String
  let entry: EntryID
  let start: Day
  let state: State
  /// The kind of course, where a course was recorded.
  let courseKind: String?
  /// The medicine, where the catalogue has it.
  let medicine: MedicineID?
  /// The treatment, where the catalogue has it.
  let treatment: TreatmentID?
  /// The days on which a dose changed, the start among them.
  var changes: [Day] = []
  /// The last day on which a dose rose after the start.
  var increase: Day?
  /// The first day on which a dose fell since the start or the last rise.
  var decrease: Day?
  /// The kind of the sessions that stand for a course, where no course was recorded.
  var sessionKind: String?
  /// The completed sessions by time.
  var sessions: [Day] = []

  var due: DueCourse { DueCourse(name: name, start: start, entry: entry) }
}
