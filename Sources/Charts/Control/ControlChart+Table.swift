extension ControlChart {
  var tableHeadings: [String] {
    [words.day]
      + (lines + limits).map(\.label) + (crossing == nil ? [] : [words.checkIn])
  }

  /// One row for each day on which a line has a reading.
  var table: DataTable {
    let columns = lines.map { Self.values(of: $0.readings) }
    let days = columns.reduce(into: Set<Double>()) { $0.formUnion($1.keys) }.sorted()
    return DataTable(
      caption: heading.title, headings: tableHeadings,
      rows: days.map { day in
        [self.days.name(day)] + columns.map { text($0[day]) }
          + limits.map { text(level(of: $0, on: day)) }
          + (crossing.map { [day == $0.day ? "✓" : ""] } ?? [])
      })
  }

  private static func values(of readings: [Reading]) -> [Double: Double] {
    Dictionary(
      readings.filter { $0.day.isFinite }.map { ($0.day, $0.value) }, uniquingKeysWith: { $1 })
  }

  private func text(_ value: Double?) -> String { value.map { values.text($0) } ?? "" }

  /// A limit's height on a day: its last reading until then, or its first.
  private func level(of limit: Line, on day: Double) -> Double? {
    let readings = limit.readings.sorted { $0.day < $1.day }
    return (readings.last { $0.day <= day } ?? readings.first)?.value
  }

  var legend: [LegendEntry] {
    let signs = lines.enumerated().map {
      LegendEntry(sign: $0.offset == 0 ? .line : .second, text: $0.element.label)
    }
    return signs + limits.map { LegendEntry(sign: .limit, text: $0.label) }
      + (baseline.map { [LegendEntry(sign: .baseline, text: $0.label)] } ?? [])
      + (crossing == nil ? [] : [LegendEntry(sign: .alarm, text: words.checkIn)])
  }
}
