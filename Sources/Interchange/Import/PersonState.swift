import PatientRecord
import Time

/// What an import remembers of one person between rows.
struct PersonState: Sendable {
  /// The time and the line of the latest row.
  var latest: (time: RowTime, line: Int)?
  /// The values that hold for the whole day of the latest row, by the place of their column.
  var dayValues: [Int: Slot] = [:]
  /// The dose in force, by the place of its column.
  var doses: [Int: Quantity] = [:]
  /// The phase in force, by the place of its column.
  var phases: [Int: Phase] = [:]
  /// The entries of the latest row, to know a repeated row by.
  var latestEntries: [EntryID] = []

  /// A phase with the days on which it was seen.
  struct Phase: Sendable {
    let name: Name
    let first: Day
    var last: Day
    let zone: Zone
  }
}

/// A value of a column with what it becomes in the record.
struct Slot: Sendable {
  let column: String
  let number: Double
  let value: CellValue
}
