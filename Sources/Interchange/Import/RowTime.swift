import PatientRecord
import Time

/// When a row of a file was true.
struct RowTime: Hashable {
  /// The calendar day in the zone where it was lived.
  let day: Day
  /// The zone where it was lived.
  let zone: Zone
  /// The moment, or `nil` for a row that belongs to its day as a whole.
  let instant: Instant?

  /// When a fact of this row was true.
  var occurrence: Occurrence {
    instant.map { .instant($0, zone) } ?? .day(day, zone)
  }

  /// Whether this row lies before another of the same person.
  func isBefore(_ other: RowTime) -> Bool {
    guard let instant, let otherInstant = other.instant else { return day < other.day }
    return instant < otherInstant
  }
}

/// Why a row has no time.
struct Unreadable: Error, Hashable {
  let column: String?
  let reason: String
  let cure: String

  init(column: String? = nil, _ reason: String, cure: String) {
    self.column = column
    self.reason = reason
    self.cure = cure
  }

  /// The problem it makes of a row.
  func at(line: Int, column other: String? = nil) -> Problem {
    Problem(line: line, column: other ?? column, reason: reason, cure: cure)
  }
}
