/// Reads a document of kind `calendarTerms`.
struct CalendarTermsReader {
  private let library: Library
  private let record: Object
  private let triggers: CalendarTriggerReader

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  ///   - knowledge: what may be named.
  /// - Throws: an error at the first unknown key.
  init(
    _ root: Field, library: Library, knowledge: CalendarVocabulary
  ) throws(KnowledgeError) {
    self.library = library
    triggers = CalendarTriggerReader(knowledge: knowledge)
    record = try root.object(
      keys: Library.recordKeys.union(["baselineWeeks", "lapseWeeks", "statements", "events"]))
  }

  /// Reads the document.
  ///
  /// - Returns: the terms.
  /// - Throws: an error that names the field.
  func terms() throws(KnowledgeError) -> CalendarTerms {
    CalendarTerms(
      baselineWeeks: try record.required("baselineWeeks").integer(in: 1...520),
      lapseWeeks: try record.required("lapseWeeks").integer(in: 1...520),
      statements: try statements(), events: try events(),
      provenance: try library.provenance(of: record))
  }

  private func statements() throws(KnowledgeError) -> [StatementID: CalendarTerms.Statement] {
    var statements: [StatementID: CalendarTerms.Statement] = [:]
    for field in try record.required("statements").list() {
      let object = try field.object(keys: ["id", "question", "words", "endsWithChange"])
      let id = StatementID(rawValue: try object.required("id").text())
      let statement = CalendarTerms.Statement(
        id: id, question: try object.required("question").text(),
        words: Set(try object.optional("words")?.texts() ?? []).union([id.rawValue]),
        endsWithChange: try object.optional("endsWithChange")?.flag() ?? false)
      guard statements.updateValue(statement, forKey: id) == nil else {
        throw field.failure(.duplicate(id.rawValue))
      }
    }
    return statements
  }

  private func events() throws(KnowledgeError) -> [ScheduleEvent: CalendarTrigger] {
    var events: [ScheduleEvent: CalendarTrigger] = [:]
    for field in try record.required("events").list() {
      let object = try field.object(keys: CalendarTriggerReader.keys.union(["event", "on"]))
      let event = ScheduleEvent(rawValue: try object.required("event").text())
      let trigger = try triggers.trigger(object, on: object.required("on").choice())
      guard events.updateValue(trigger, forKey: event) == nil else {
        throw field.failure(.duplicate(event.rawValue))
      }
    }
    return events
  }
}
