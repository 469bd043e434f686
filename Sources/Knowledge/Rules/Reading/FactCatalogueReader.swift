/// Reads the document of kind `facts`.
struct FactCatalogueReader {
  private let record: Object

  private static let keys: Set<String> = [
    "id", "type", "unit", "values", "members", "vocabulary", "parameter", "origin", "unionOf",
    "measurement", "instrument", "sessionDays", "statedBecause", "about",
  ]

  private enum TypeWord: String, CaseIterable {
    case number, flag, choice, date, set
  }

  /// Checks the keys of a document.
  ///
  /// - Parameter root: the whole document.
  /// - Throws: an error at the first unknown key.
  init(_ root: Field) throws(KnowledgeError) {
    record = try root.called("facts").object(keys: ["kind", "schemaVersion", "facts"])
    _ = try record.required("schemaVersion").integer(in: 1...1)
  }

  /// Reads the document.
  ///
  /// - Returns: the kinds of facts in their order.
  /// - Throws: an error that names the fact and the field.
  func definitions() throws(KnowledgeError) -> [FactDefinition] {
    var definitions: [FactDefinition] = []
    var seen: Set<FactID> = []
    for field in try record.required("facts").list() {
      let definition = try definition(field.named(by: "id"))
      guard seen.insert(definition.id).inserted else {
        throw field.failure(.duplicate(definition.id.rawValue))
      }
      for part in definition.union where !seen.contains(part) {
        throw field.failure(.inconsistent("the part '\(part)' of the union must come before it"))
      }
      definitions.append(definition)
    }
    return definitions
  }

  private func definition(_ field: Field) throws(KnowledgeError) -> FactDefinition {
    let object = try field.object(keys: FactCatalogueReader.keys)
    let origin: FactDefinition.Origin = try object.required("origin").choice()
    let statedBecause = try object.optionalText("statedBecause")
    guard (origin == .given) == (statedBecause != nil) else {
      throw field.failure(
        .inconsistent(
          origin == .given
            ? "a fact that no record gives needs 'statedBecause', which says why"
            : "'statedBecause' belongs to facts of origin 'given' alone; remove it"))
    }
    return FactDefinition(
      id: FactID(rawValue: try object.required("id").text()), kind: try kind(object),
      parameter: try object.optionalText("parameter"), origin: origin,
      union: try object.texts("unionOf").map(FactID.init(rawValue:)),
      measurements: try object.texts("measurement"),
      instrument: try object.optionalText("instrument").map(InstrumentID.init(rawValue:)),
      sessionDays: try object.optional("sessionDays")?.integer(in: 1...366) ?? 0,
      statedBecause: statedBecause, about: try object.required("about").text())
  }

  private func kind(_ object: Object) throws(KnowledgeError) -> FactDefinition.Kind {
    switch try object.required("type").choice(TypeWord.self) {
    case .number: return .number(unit: try object.optionalText("unit"))
    case .flag: return .flag
    case .date: return .date
    case .choice:
      let words = try object.texts("values")
      guard words.count > 1 else { throw try object.required("values").failure(.missing) }
      return .choice(words)
    case .set:
      if let elsewhere = try object.optionalText("vocabulary") {
        return .set(.elsewhere(elsewhere))
      }
      _ = try object.required("members")
      return .set(.listed(Set(try object.texts("members"))))
    }
  }
}

extension Object {
  /// Reads a list of words that may be absent.
  ///
  /// - Parameter key: its key.
  /// - Returns: the words; empty when the list is absent.
  /// - Throws: an error when an element is no text or comes twice.
  func texts(_ key: String) throws(KnowledgeError) -> [String] {
    guard let field = optional(key) else { return [] }
    var texts: [String] = []
    for element in try field.list() {
      let text = try element.text()
      guard !texts.contains(text) else { throw element.failure(.duplicate(text)) }
      texts.append(text)
    }
    return texts
  }
}
