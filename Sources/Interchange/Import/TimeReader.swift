import Time

/// Reads the time of rows by the rules of a mapping.
struct TimeReader: Sendable {
  private let columns: TimeColumns
  private let indices: [Int]
  private let zone: FixedOrColumn<Zone>
  private let zoneIndex: Int?
  private let ambiguity: Mapping.Ambiguity
  private var zones: [String: Zone] = [:]

  init(_ mapping: Mapping, names: ColumnNames) throws(InterchangeError) {
    columns = mapping.time
    zone = mapping.zone
    ambiguity = mapping.whenAmbiguous
    var indices: [Int] = []
    for column in columns.columns {
      indices.append(try names.index(of: column, place: "mapping, time"))
    }
    self.indices = indices
    zoneIndex =
      if let column = mapping.zone.column {
        try names.index(of: column, place: "mapping, zone")
      } else { nil }
  }

  /// Reads the time of one row.
  ///
  /// - Parameter row: the row.
  /// - Returns: its time.
  /// - Throws: why it has none.
  mutating func time(of row: CSVRow) throws(Unreadable) -> RowTime {
    let zone = try zone(of: row)
    let text = row[indices[0]].trimmed
    switch columns {
    case .instant(let column):
      guard let instant = Instant(text) else {
        throw Unreadable(
          column: column, "\(text.quotedShort) is no ISO 8601 time with an offset",
          cure: "write a time such as 2026-03-01T07:30:00+01:00, or declare the column local")
      }
      return RowTime(day: zone.day(at: instant), zone: zone, instant: instant)
    case .local(let column):
      guard let local = LocalTime(text) else {
        throw Unreadable(
          column: column, "\(text.quotedShort) is no ISO 8601 local time",
          cure: "write a time such as 2026-03-01T07:30, without an offset")
      }
      return try resolve(local, zone, column: column)
    case .date(let column, let at):
      return try resolve(Self.date(text, column), at, zone, column: column)
    case .dayNumber(let column, let dayOne, let at):
      let day = try Self.day(text, dayOne, column)
      return try resolve(day, at, zone, column: column)
    case .clock(let dateColumn, let timeColumn, let unit):
      let day = try Self.date(text, dateColumn)
      let time = try Self.timeOfDay(row[indices[1]].trimmed, timeColumn, unit)
      return try resolve(day, time, zone, column: timeColumn)
    }
  }

  private mutating func zone(of row: CSVRow) throws(Unreadable) -> Zone {
    guard let zoneIndex else {
      guard case .fixed(let zone) = zone else { return .utc }
      return zone
    }
    let text = row[zoneIndex].trimmed
    if let known = zones[text] { return known }
    guard let found = Zone(text) else {
      throw Unreadable(
        column: zone.column, "there is no time zone \(text.quotedShort)",
        cure: MappingNode.zoneCure)
    }
    zones[text] = found
    return found
  }

  private func resolve(
    _ day: Day, _ time: Int64?, _ zone: Zone, column: String
  ) throws(Unreadable) -> RowTime {
    guard let time, let local = LocalTime(day: day, millisecondOfDay: time) else {
      return RowTime(day: day, zone: zone, instant: nil)
    }
    return try resolve(local, zone, column: column)
  }

  private func resolve(
    _ local: LocalTime, _ zone: Zone, column: String
  ) throws(Unreadable) -> RowTime {
    switch (zone.resolve(local), ambiguity) {
    case (.once(let instant), _), (.twice(let instant, _), .earlier),
      (.twice(_, let instant), .later):
      return RowTime(day: local.day, zone: zone, instant: instant)
    case (.twice, .refuse):
      throw Unreadable(
        column: column, "clocks in \(zone) showed \(local) twice",
        cure: "set whenAmbiguous: earlier or later in the mapping, or give an instant")
    case (.never, _):
      throw Unreadable(
        column: column, "clocks in \(zone) skipped \(local)",
        cure: "correct the time, or the zone in the mapping")
    }
  }
}

extension TimeReader {
  private static func date(_ text: String, _ column: String) throws(Unreadable) -> Day {
    guard let day = Day(text) else {
      throw Unreadable(
        column: column, "\(text.quotedShort) is no date", cure: "write a date such as 2026-03-01")
    }
    return day
  }

  private static func day(
    _ text: String, _ dayOne: Day, _ column: String
  ) throws(Unreadable) -> Day {
    let known = Day.range.lowerBound.number...Day.range.upperBound.number
    guard let decimal = text.decimal, let number = Int(exactly: decimal),
      known.contains(dayOne.number.addingReportingOverflow(number).partialValue &- 1)
    else {
      throw Unreadable(
        column: column, "\(text.quotedShort) is no day number",
        cure: "write a whole number, 1 for the first day")
    }
    return dayOne.advanced(by: number - 1)
  }

  private static func timeOfDay(
    _ text: String, _ column: String, _ unit: TimeColumns.ClockUnit
  ) throws(Unreadable) -> Int64 {
    switch unit {
    case .clock:
      guard let time = text.millisecondsOfDay else {
        throw Unreadable(
          column: column, "\(text.quotedShort) is no time of day",
          cure: "write a time such as 07:30")
      }
      return time
    case .secondsOfDay:
      guard let seconds = text.decimal, seconds >= 0, seconds < 86_400 else {
        throw Unreadable(
          column: column, "\(text.quotedShort) is no time of day",
          cure: "write seconds since midnight, from 0 up to 86400")
      }
      return min(Int64((seconds * 1000).rounded()), 86_399_999)
    }
  }
}
