import MemoryScience

extension RecallSection {
  /// The section for people.
  ///
  /// - Parameter level: the probability of the intervals.
  /// - Returns: the lines.
  func lines(level: Double) -> [String] {
    let title = "\(measure.rawValue): \(measure.meaning)"
    var lines = [title]
    if people.count != 1 { lines += groupLines(level) }
    for person in people { lines += self.lines(person, level) }
    return lines + notes
  }

  private func groupLines(_ level: Double) -> [String] {
    var table = TextTable(
      binName, "mean", "standard error", "\(Self.percent(level)) from", "to", "people")
    for (bin, mean) in zip(bins, group) where mean.people > 0 {
      table.add(
        bin, Self.text(mean.mean), Self.text(mean.standardError),
        Self.text(mean.interval.bounds?.lowerBound), Self.text(mean.interval.bounds?.upperBound),
        "\(mean.people)")
    }
    return table.lines
  }

  private func lines(_ person: Person, _ level: Double) -> [String] {
    var table = TextTable(
      binName, "value", "\(Self.percent(level)) from", "to", "actual", "possible")
    var reasons: [String: Int] = [:]
    for (bin, cell) in zip(bins, person.cells) where cell.possible > 0 {
      let bounds = cell.interval.bounds
      table.add(
        bin, Self.text(cell.value), Self.text(bounds?.lowerBound), Self.text(bounds?.upperBound),
        cell.actual.short, cell.possible.short)
      if case .unknown(let reason) = cell.interval { reasons[reason, default: 0] += 1 }
    }
    let notes = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "no interval (\(counted($0.value, "bin"))): \($0.key)" }
    return ["subject \(person.subject), \(counted(person.lists, "list"))"] + table.lines + notes
  }

  private static func percent(_ level: Double) -> String { "\((100 * level).short) %" }

  private static func text(_ value: Double?) -> String { value?.digits(4) ?? "-" }
}
