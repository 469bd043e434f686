/// A value and when it was true.
struct TimedValue {
  let moment: Moment
  let value: Double

  init?(_ row: TableRow) {
    guard let value = row.value else { return nil }
    moment = row.moment
    self.value = value
  }

  /// The mean of several rows, at the time of the first.
  init?(meanOf rows: [TableRow]) {
    let values = rows.compactMap(\.value)
    guard let first = rows.first, !values.isEmpty else { return nil }
    moment = first.moment
    value = values.reduce(0, +) / Double(values.count)
  }
}
