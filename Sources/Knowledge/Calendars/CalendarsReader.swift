/// Reads a document of kind `calendars`.
struct CalendarsReader {
  private let library: Library
  private let record: Object
  private let knowledge: CalendarVocabulary
  private let statements: Set<StatementID>
  private let checklists: Set<ChecklistID>

  private static let keys: Set<String> = Library.evidenceKeys.union([
    "id", "name", "starts", "if", "unless", "insteadOf", "standsAlone", "pending", "items",
  ])
  private static let itemKeys: Set<String> = [
    "id", "name", "starts", "if", "when", "doneBy", "checklist", "note",
  ]

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  ///   - knowledge: what may be named.
  ///   - statements: the statements that may be asked for.
  ///   - checklists: the checklists that may be named.
  /// - Throws: an error at the first unknown key.
  init(
    _ root: Field, library: Library, knowledge: CalendarVocabulary, statements: Set<StatementID>,
    checklists: Set<ChecklistID>
  ) throws(KnowledgeError) {
    self.library = library
    self.knowledge = knowledge
    self.statements = statements
    self.checklists = checklists
    record = try root.object(keys: Library.recordKeys.union(["calendars"]))
  }

  /// Reads the document.
  ///
  /// - Returns: each calendar with its place, in the order written.
  /// - Throws: an error that names the calendar and the field.
  func calendars() throws(KnowledgeError) -> [(place: Field, calendar: MonitoringCalendar)] {
    let provenance = try library.provenance(of: record)
    var calendars: [(place: Field, calendar: MonitoringCalendar)] = []
    for field in try record.required("calendars").list() {
      let place = field.named(by: "id")
      calendars.append((place, try calendar(place, provenance)))
    }
    return calendars
  }

  private func calendar(
    _ place: Field, _ provenance: Provenance
  ) throws(KnowledgeError) -> MonitoringCalendar {
    let object = try place.object(keys: CalendarsReader.keys)
    return MonitoringCalendar(
      id: CalendarID(rawValue: try object.required("id").text()),
      name: try object.required("name").text(), trigger: try trigger(object.required("starts")),
      required: try asked(object, "if"), excluded: try asked(object, "unless"),
      insteadOf: try object.optionalText("insteadOf").map(CalendarID.init(rawValue:)),
      standsAlone: try object.optionalText("standsAlone"),
      pending: try object.optionalText("pending"), items: try items(object.required("items")),
      evidence: try library.evidence(of: object), provenance: provenance)
  }

  private func trigger(_ field: Field) throws(KnowledgeError) -> CalendarTrigger {
    try CalendarTriggerReader(knowledge: knowledge).trigger(
      field.object(keys: CalendarTriggerReader.keys))
  }

  private func items(_ field: Field) throws(KnowledgeError) -> [MonitoringCalendar.Item] {
    var items: [MonitoringCalendar.Item] = []
    for element in try field.list() {
      let item = try item(element)
      guard !items.contains(where: { $0.id == item.id }) else {
        throw element.failure(.duplicate(item.id))
      }
      items.append(item)
    }
    guard !items.isEmpty else { throw field.failure(.missing) }
    return items
  }

  private func item(_ field: Field) throws(KnowledgeError) -> MonitoringCalendar.Item {
    let object = try field.object(keys: CalendarsReader.itemKeys)
    let own: CalendarTrigger? =
      if let starts = object.optional("starts") { try trigger(starts) } else { nil }
    var timings: [CalendarTiming] = []
    for element in try object.required("when").list() {
      timings.append(try CalendarTimingReader(statements: statements).timing(element))
    }
    guard !timings.isEmpty else { throw try object.required("when").failure(.missing) }
    return MonitoringCalendar.Item(
      id: try object.required("id").text(), name: try object.required("name").text(),
      trigger: own, required: try asked(object, "if"), timings: timings,
      doneBy: try evidence(object.required("doneBy")),
      checklist: try object.optional("checklist")?
        .known(as: "checklist") { checklists.contains($0) },
      note: try object.optionalText("note"))
  }

  private func evidence(_ field: Field) throws(KnowledgeError) -> CalendarEvidence {
    let object = try field.object(keys: ["instruments", "words", "sessionKinds"])
    guard !object.fields.isEmpty else { throw field.failure(.missing) }
    return CalendarEvidence(
      instruments: try object.optional("instruments")?
        .listOfKnown(as: "instrument") { knowledge.instruments.contains($0) } ?? [],
      words: Set(try object.optional("words")?.texts() ?? []),
      sessionKinds: Set(try object.optional("sessionKinds")?.texts() ?? []))
  }

  private func asked(_ object: Object, _ key: String) throws(KnowledgeError) -> [StatementID] {
    try object.optional(key)?.listOfKnown(as: "statement") { statements.contains($0) } ?? []
  }
}
