import JSON
import PatientRecord
import Time

extension RowImport {
  /// Writes a step when the dose differs from the one in force.
  mutating func step(
    to dose: Quantity, _ index: Int, _ person: String, _ time: RowTime,
    _ state: inout PersonState, _ batch: inout CSVImport.Batch
  ) {
    let previous = state.doses.updateValue(dose, forKey: index)
    let column = columns[index].rule
    guard previous != dose, case .dose(let substance, _) = column.meaning,
      let step = try? DoseStep(
        substance: substance, dosePerDay: dose, previousPerDay: previous)
    else { return }
    batch.entries.append(
      writer.entry(
        .doseStep(step), person, time.occurrence, kind: "doseStep",
        content: [(column.column, dose.value)]))
  }

  /// The name of a phase.
  static func phase(_ text: String, _ labels: [String: Name]) throws(Unreadable) -> Name {
    if let label = labels[text] { return label }
    guard labels.isEmpty else {
      throw Unreadable(
        "\(text.quotedShort) is not among the labels of the mapping",
        cure: "add it to labels or to missing, or correct the cell")
    }
    do throws(FieldError) {
      return try Name(text)
    } catch {
      throw Unreadable(error.reason, cure: "write one line of 1 to \(Name.limit) characters")
    }
  }

  /// Prolongs the phase in force, or ends it and begins another.
  mutating func see(
    _ name: Name, _ index: Int, _ person: String, _ time: RowTime, _ state: inout PersonState,
    _ batch: inout CSVImport.Batch
  ) {
    if state.phases[index]?.name == name {
      state.phases[index]?.last = time.day
      return
    }
    endPhase(index, of: person, &state, &batch)
    state.phases[index] = PersonState.Phase(
      name: name, first: time.day, last: time.day, zone: time.zone)
  }

  /// Writes the phase in force as an interval from its first to its last day, both whole.
  mutating func endPhase(
    _ index: Int, of person: String, _ state: inout PersonState, _ batch: inout CSVImport.Batch
  ) {
    guard let phase = state.phases.removeValue(forKey: index) else { return }
    let start = phase.zone.start(of: phase.first)
    let end = phase.zone.start(of: phase.last.advanced(by: 1))
    guard let interval = try? TimeSpan(from: start, to: .at(end)) else { return }
    let course = Course(kind: .phase, name: phase.name, status: .completed)
    batch.entries.append(
      writer.entry(
        .course(course), person, .interval(interval, phase.zone),
        kind: "phase \(phase.name.text)", content: []))
  }
}

extension Zone {
  /// The first moment of a day here; where clocks skipped midnight, the moment they went on.
  func start(of day: Day) -> Instant {
    for quarter in 0..<12 as Range<Int64> {
      guard let local = LocalTime(day: day, millisecondOfDay: quarter * 900_000) else { continue }
      switch resolve(local) {
      case .once(let instant), .twice(let instant, _): return instant
      case .never: continue
      }
    }
    return Instant(milliseconds: Int64(day.number) * 86_400_000)
  }
}
