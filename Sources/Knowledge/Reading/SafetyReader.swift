/// Reads the documents about safety: signals, texts and the plan.
struct SafetyReader {
  let library: Library
  let instruments: [InstrumentID: Instrument]

  /// Reads all documents.
  ///
  /// - Parameter roots: the documents by kind, at most one of each.
  /// - Returns: what they hold; nothing where there is no document.
  /// - Throws: an error that names the document and the field.
  func safety(
    in roots: [KnowledgeDocument.Kind: [Field]]
  ) throws(KnowledgeError) -> SafetyKnowledge {
    let signals = try single(.signals, in: roots)
    let texts = try single(.safetyTexts, in: roots)
    let plan = try single(.safetyPlan, in: roots)
    var provenance: Provenance?
    var rules: [SignalRule] = []
    if let signals {
      let record = try signals.object(keys: Library.recordKeys.union(["signals"]))
      provenance = try library.provenance(of: record)
      rules = try self.rules(record)
    }
    return SafetyKnowledge(
      rules: rules, provenance: provenance, texts: try texts.map(readTexts) ?? [:],
      plan: try plan.map(readPlan) ?? [])
  }

  private func single(
    _ kind: KnowledgeDocument.Kind, in roots: [KnowledgeDocument.Kind: [Field]]
  ) throws(KnowledgeError) -> Field? {
    let found = roots[kind] ?? []
    if found.count > 1 { throw found[1].failure(.duplicate(kind.rawValue)) }
    return found.first?.called(kind.rawValue)
  }

  private func rules(_ record: Object) throws(KnowledgeError) -> [SignalRule] {
    var rules: [SignalRule] = []
    for field in try record.required("signals").list() {
      let rule = try rule(field)
      guard !rules.contains(where: { $0.id == rule.id }) else {
        throw field.failure(.duplicate(rule.id.rawValue))
      }
      rules.append(rule)
    }
    return rules
  }

  private func rule(_ field: Field) throws(KnowledgeError) -> SignalRule {
    let object = try field.object(
      keys: Library.evidenceKeys.union([
        "id", "title", "look", "topic", "urgency", "readers", "deadline", "when",
      ]))
    var readers: [SignalRule.Reader] = []
    for reader in try object.required("readers").list() { readers.append(try reader.choice()) }
    guard !readers.isEmpty else { throw try object.required("readers").failure(.missing) }
    return SignalRule(
      id: SignalRuleID(rawValue: try object.required("id").text()),
      title: try object.required("title").text(), look: try object.required("look").text(),
      topic: try object.required("topic").choice(),
      urgency: try object.required("urgency").choice(), readers: readers,
      deadline: try deadline(object.optional("deadline")),
      trigger: try SignalTriggerReader(instruments: instruments).trigger(object.required("when")),
      evidence: try library.evidence(of: object))
  }

  /// The words that a resource may use for a deadline; null leaves it to the clinic.
  private enum Deadline: String, CaseIterable {
    case sameDay, nextWorkingDay, nextContact
  }

  private func deadline(_ field: Field?) throws(KnowledgeError) -> SignalDeadline {
    guard let field else { return .ownProtocol }
    let deadline: Deadline = try field.choice()
    return switch deadline {
    case .sameDay: .sameDay
    case .nextWorkingDay: .nextWorkingDay
    case .nextContact: .nextContact
    }
  }

  private func readTexts(_ root: Field) throws(KnowledgeError) -> [String: SafetyText] {
    let record = try root.object(keys: Library.recordKeys.union(["texts"]))
    _ = try library.provenance(of: record)
    var texts: [String: SafetyText] = [:]
    for field in try record.required("texts").list() {
      let object = try field.object(keys: Library.evidenceKeys.union(["id", "reader", "text"]))
      let text = SafetyText(
        id: try object.required("id").text(), reader: try object.required("reader").choice(),
        text: try object.required("text").text(), evidence: try library.evidence(of: object))
      guard texts.updateValue(text, forKey: text.id) == nil else {
        throw field.failure(.duplicate(text.id))
      }
    }
    return texts
  }

  private func readPlan(_ root: Field) throws(KnowledgeError) -> [PlanComponent] {
    let record = try root.object(keys: Library.recordKeys.union(["components"]))
    _ = try library.provenance(of: record)
    var components: [PlanComponent] = []
    for field in try record.required("components").list() {
      let object = try field.object(
        keys: Library.evidenceKeys.union(["place", "title", "prompt", "isOptional"]))
      let component = PlanComponent(
        place: try object.required("place").choice(), title: try object.required("title").text(),
        prompt: try object.required("prompt").text(),
        isOptional: try object.required("isOptional").flag(),
        evidence: try library.evidence(of: object))
      guard !components.contains(where: { $0.place == component.place }) else {
        throw field.failure(.duplicate(component.place.rawValue))
      }
      components.append(component)
    }
    return components
  }
}
