extension CareCalendars {
  /// Reads terms, checklists and calendars.
  ///
  /// - Parameters:
  ///   - roots: the documents by kind; without any there is no calendar.
  ///   - library: the sources that may be cited.
  ///   - vocabulary: what may be named.
  /// - Throws: an error that names document, record and field.
  init(
    in roots: [KnowledgeDocument.Kind: [Field]], citing library: Library,
    naming vocabulary: CalendarVocabulary
  ) throws(KnowledgeError) {
    let terms = roots[.calendarTerms] ?? []
    if terms.count > 1 { throw terms[1].failure(.duplicate("calendarTerms")) }
    self.terms = try terms.first.map { root throws(KnowledgeError) in
      try CalendarTermsReader(
        root.called("calendarTerms"), library: library, knowledge: vocabulary
      ).terms()
    }
    var checklists: [ChecklistID: Checklist] = [:]
    for root in roots[.checklists] ?? [] {
      for (place, list) in try ChecklistsReader(root, library: library).checklists()
      where checklists.updateValue(list, forKey: list.id) != nil {
        throw place.failure(.duplicate(list.id.rawValue))
      }
    }
    self.checklists = checklists
    calendars = try CareCalendars.calendars(
      in: roots[.calendars] ?? [], citing: library, naming: vocabulary,
      statements: Set((self.terms?.statements ?? [:]).keys), checklists: Set(checklists.keys))
    let pairs = vocabulary.treatments.values.sorted { $0.id < $1.id }
      .flatMap { treatment in treatment.names.map { ($0, treatment) } }
    treatmentsByName = Dictionary(pairs) { first, _ in first }
  }

  private static func calendars(
    in roots: [Field], citing library: Library, naming vocabulary: CalendarVocabulary,
    statements: Set<StatementID>, checklists: Set<ChecklistID>
  ) throws(KnowledgeError) -> [MonitoringCalendar] {
    var places: [CalendarID: Field] = [:]
    var calendars: [MonitoringCalendar] = []
    for root in roots {
      let reader = try CalendarsReader(
        root, library: library, knowledge: vocabulary, statements: statements,
        checklists: checklists)
      for (place, calendar) in try reader.calendars() {
        guard places.updateValue(place, forKey: calendar.id) == nil else {
          throw place.failure(.duplicate(calendar.id.rawValue))
        }
        calendars.append(calendar)
      }
    }
    for calendar in calendars {
      guard let other = calendar.insteadOf, places[other] == nil else { continue }
      throw places[calendar.id]?.failure(.inconsistent("there is no calendar '\(other)'"))
        ?? KnowledgeError(.inconsistent("there is no calendar '\(other)'"))
    }
    return calendars.sorted { $0.id < $1.id }
  }
}
