import PatientRecord
import Time

extension RowImport {
  /// Turns one row whose person and time are known into entries.
  mutating func add(
    _ row: CSVRow, of person: String, at time: RowTime, _ state: inout PersonState,
    _ batch: inout CSVImport.Batch
  ) {
    let isLate = state.latest.map { time.isBefore($0.time) } ?? false
    if !isLate {
      if state.latest?.time.day != time.day { endDay(of: person, &state, &batch) }
    } else if let latest = state.latest {
      refuseOrder(row, latest.line, &batch)
    }
    var slots: [Slot] = []
    var hasValue = false
    for index in columns.indices {
      guard !isLate || !columns[index].rule.dependsOnOrder else { continue }
      do throws(Unreadable) {
        let found = try take(index, row, person, time, &state, &slots, &batch)
        hasValue = hasValue || found
      } catch {
        summary.cellsRefused += 1
        batch.problems.append(error.at(line: row.line, column: columns[index].rule.column))
      }
    }
    if !hasValue { summary.rowsWithoutValue += 1 }
    write(slots, person, time, &state, &batch)
    if !isLate { state.latest = (time, row.line) }
  }

  /// Takes one cell.
  ///
  /// - Returns: whether it holds a value.
  /// - Throws: why it cannot be used.
  private mutating func take(
    _ index: Int, _ row: CSVRow, _ person: String, _ time: RowTime, _ state: inout PersonState,
    _ slots: inout [Slot], _ batch: inout CSVImport.Batch
  ) throws(Unreadable) -> Bool {
    let column = columns[index]
    if case .phase(let labels) = column.rule.meaning {
      guard let text = column.text(in: row) else { return false }
      let name = try Self.phase(text, labels)
      see(name, index, person, time, &state, &batch)
      return true
    }
    guard let number = try column.number(in: row) else { return false }
    guard let value = try CellValue(number, as: column.rule.meaning, knowledge: knowledge) else {
      return false
    }
    if case .dose(let dose) = value {
      step(to: dose, index, person, time, &state, &batch)
      return true
    }
    let slot = Slot(column: column.rule.column, number: number, value: value)
    guard column.rule.isOncePerDay else {
      slots.append(slot)
      return true
    }
    try keep(slot, index, time.day, &state)
    return true
  }

  /// Keeps a value that holds for the whole day, unless the day already has another.
  private func keep(
    _ slot: Slot, _ index: Int, _ day: Day, _ state: inout PersonState
  ) throws(Unreadable) {
    guard let known = state.dayValues[index] else {
      state.dayValues[index] = slot
      return
    }
    guard known.number != slot.number else { return }
    throw Unreadable(
      "\(plain(slot.number)) differs from \(plain(known.number)), the value of \(day) so far",
      cure: "give one value for the day, or leave oncePer out of the mapping")
  }

  private mutating func write(
    _ slots: [Slot], _ person: String, _ time: RowTime, _ state: inout PersonState,
    _ batch: inout CSVImport.Batch
  ) {
    let entries = writer.entries(from: slots, person: person, time.occurrence)
    let ids = entries.map(\.id)
    guard ids.isEmpty || ids != state.latestEntries else {
      summary.rowsRepeated += 1
      return
    }
    state.latestEntries = ids
    batch.entries += entries
  }

  /// Writes the values that held for a whole day, once the day is over.
  mutating func endDay(
    of person: String, _ state: inout PersonState, _ batch: inout CSVImport.Batch
  ) {
    guard let time = state.latest?.time, !state.dayValues.isEmpty else { return }
    let slots = state.dayValues.sorted { $0.key < $1.key }.map(\.value)
    batch.entries += writer.entries(from: slots, person: person, .day(time.day, time.zone))
    state.dayValues = [:]
  }

  private mutating func refuseOrder(
    _ row: CSVRow, _ latest: Int, _ batch: inout CSVImport.Batch
  ) {
    let names = columns.filter { $0.rule.dependsOnOrder && $0.text(in: row) != nil }
      .map(\.rule.column)
    guard !names.isEmpty else { return }
    summary.cellsRefused += names.count
    batch.problems.append(
      Problem(
        line: row.line,
        reason: "the row is earlier than line \(latest) of the same person, "
          + "so \(names.joined(separator: ", ")) cannot be used",
        cure: "sort the file by time"))
  }
}

extension ColumnRule {
  /// Whether the meaning of a value depends on the rows before it.
  var dependsOnOrder: Bool {
    switch meaning {
    case .dose, .phase: true
    default: isOncePerDay
    }
  }
}
