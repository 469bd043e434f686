/// Reads the document of kind `schedule`.
struct ScheduleReader {
  private let library: Library
  private let record: Object

  private static let timingKeys: Set<String> = [
    "whenever", "before", "afterSessions", "atEnd", "afterEnd", "every",
  ]
  private static let occasionKeys: Set<String> = [
    "start", "everyContact", "every", "weeks", "withinWeeks",
  ]

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  /// - Throws: an error at the first unknown key.
  init(_ root: Field, library: Library) throws(KnowledgeError) {
    self.library = library
    record = try root.object(keys: Library.recordKeys.union(["acuteWeeks", "domains"]))
  }

  /// Reads the document.
  ///
  /// - Parameter instruments: the instruments that may be named.
  /// - Returns: the schedule.
  /// - Throws: an error that names the field.
  func schedule(
    naming instruments: Set<InstrumentID>
  ) throws(KnowledgeError) -> MeasurementSchedule {
    let provenance = try library.provenance(of: record)
    var domains: [MeasurementSchedule.Domain] = []
    for field in try record.required("domains").list() {
      let domain = try domain(field, naming: instruments)
      guard !domains.contains(where: { $0.id == domain.id }) else {
        throw field.failure(.duplicate(domain.id))
      }
      domains.append(domain)
    }
    return MeasurementSchedule(
      acuteWeeks: try record.required("acuteWeeks").wholeRange(in: 1...520), domains: domains,
      provenance: provenance)
  }

  private func domain(
    _ field: Field, naming instruments: Set<InstrumentID>
  ) throws(KnowledgeError) -> MeasurementSchedule.Domain {
    let phaseKeys = Set(MeasurementSchedule.Phase.allCases.map(\.rawValue))
    let object = try field.object(
      keys: Library.evidenceKeys.union(phaseKeys).union(["id", "name", "anyOf", "words", "events"]))
    let evidence = try library.evidence(of: object)
    return MeasurementSchedule.Domain(
      id: try object.required("id").text(), name: try object.required("name").text(),
      anyOf: try known(object.required("anyOf"), instruments),
      words: Set(try object.optional("words")?.texts() ?? []), phases: try phases(object),
      events: try events(object), evidence: evidence)
  }

  private func phases(
    _ object: Object
  ) throws(KnowledgeError) -> [MeasurementSchedule.Phase: [Occasion]] {
    var phases: [MeasurementSchedule.Phase: [Occasion]] = [:]
    for phase in MeasurementSchedule.Phase.allCases {
      guard let list = try object.optional(phase.rawValue)?.list() else { continue }
      var occasions: [Occasion] = []
      for element in list { occasions.append(try occasion(element)) }
      phases[phase] = occasions
    }
    return phases
  }

  private func events(_ object: Object) throws(KnowledgeError) -> [EventOccasion] {
    var events: [EventOccasion] = []
    for element in try object.optional("events")?.list() ?? [] {
      events.append(try event(element))
    }
    return events
  }

  private func known(
    _ field: Field, _ instruments: Set<InstrumentID>
  ) throws(KnowledgeError) -> [InstrumentID] {
    var ids: [InstrumentID] = []
    for element in try field.list() {
      let id = InstrumentID(rawValue: try element.text())
      guard instruments.contains(id) else { throw element.failure(.unknownInstrument(id)) }
      ids.append(id)
    }
    return ids
  }

  private func occasion(_ field: Field) throws(KnowledgeError) -> Occasion {
    let object = try field.object(
      keys: ScheduleReader.occasionKeys.union(["unit", "noRarerThan"]))
    let (key, value) = try only(ScheduleReader.occasionKeys, of: object)
    switch key {
    case "start": return try confirmed(value, .start)
    case "everyContact": return try confirmed(value, .everyContact)
    case "withinWeeks": return .withinWeeks(try value.wholeRange(in: 0...520))
    case "weeks":
      var weeks: [Int] = []
      for element in try value.list() { weeks.append(try element.integer(in: 0...520)) }
      guard !weeks.isEmpty else { throw value.failure(.missing) }
      return .weeks(weeks)
    default:
      let rarest = try object.optional("noRarerThan")?.integer(in: 1...520)
      let interval = try interval(value, object)
      return .every(
        interval,
        noRarerThan: rarest.map { MeasurementInterval($0...$0, interval.unit) })
    }
  }

  private func event(_ field: Field) throws(KnowledgeError) -> EventOccasion {
    let object = try field.object(
      keys: ScheduleReader.timingKeys.union(["event", "unit", "forWeeks"]))
    let (key, value) = try only(ScheduleReader.timingKeys, of: object)
    let timing: EventOccasion.Timing
    switch key {
    case "whenever": timing = try confirmed(value, .whenever)
    case "before": timing = try confirmed(value, .before)
    case "atEnd": timing = try confirmed(value, .atEnd)
    case "afterSessions": timing = .afterSessions(try value.integer(in: 1...1000))
    case "afterEnd": timing = .afterEnd(try interval(value, object))
    default:
      timing = .every(
        try interval(value, object),
        forWeeks: try object.optional("forWeeks")?.integer(in: 1...520))
    }
    return EventOccasion(
      ScheduleEvent(rawValue: try object.required("event").text()), timing)
  }

  /// The one key of several that is there.
  private func only(
    _ keys: Set<String>, of object: Object
  ) throws(KnowledgeError) -> (key: String, value: Field) {
    let found = keys.sorted().compactMap { key in object.optional(key).map { (key, $0) } }
    guard let first = found.first, found.count == 1 else {
      let words = keys.sorted().joined(separator: ", ")
      throw object.place.failure(.inconsistent("give exactly one of \(words)"))
    }
    return first
  }

  private func confirmed<Value>(_ field: Field, _ value: Value) throws(KnowledgeError) -> Value {
    guard try field.flag() else { throw field.failure(expected: "true, or leave the key out") }
    return value
  }

  private func interval(
    _ field: Field, _ object: Object
  ) throws(KnowledgeError) -> MeasurementInterval {
    MeasurementInterval(
      try field.wholeRange(in: 1...520), try object.required("unit").choice())
  }
}
