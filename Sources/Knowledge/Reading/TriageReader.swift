/// Reads a table of decisions on yes-or-no answers.
struct TriageReader {
  let library: Library

  /// Reads the table.
  ///
  /// - Parameter field: levels from the highest to the lowest, what remains, and what is not asked.
  /// - Returns: the table.
  /// - Throws: an error that names the field.
  func triage(_ field: Field) throws(KnowledgeError) -> Triage {
    let object = try field.object(keys: ["levels", "otherwise", "skips"])
    var levels: [Triage.Level] = []
    for element in try object.required("levels").list() {
      let own = try element.object(keys: keys.union(["anyOf"]))
      levels.append(try level(own, items: items(own.required("anyOf"))))
    }
    guard !levels.isEmpty else { throw field.failure(.missing) }
    let otherwise = try level(object.required("otherwise").object(keys: keys), items: [])
    let ids = levels.map(\.id) + [otherwise.id]
    guard Set(ids).count == ids.count else {
      throw field.failure(.inconsistent("an identifier of a level is used twice"))
    }
    return Triage(levels: levels, otherwise: otherwise, skips: try skips(object.optional("skips")))
  }

  private var keys: Set<String> { Library.evidenceKeys.union(["id", "label"]) }

  private func level(_ object: Object, items: [ItemID]) throws(KnowledgeError) -> Triage.Level {
    Triage.Level(
      id: try object.required("id").text(), label: try object.required("label").text(),
      items: items, evidence: try library.evidence(of: object))
  }

  private func skips(_ field: Field?) throws(KnowledgeError) -> [Triage.Skip] {
    var skips: [Triage.Skip] = []
    for element in try field?.list() ?? [] {
      let object = try element.object(keys: ["item", "answer", "items"])
      skips.append(
        Triage.Skip(
          item: ItemID(rawValue: try object.required("item").text()),
          answer: try object.required("answer").integer(in: 0...1),
          items: try items(object.required("items"))))
    }
    return skips
  }

  private func items(_ field: Field) throws(KnowledgeError) -> [ItemID] {
    try field.texts().map { ItemID(rawValue: $0) }
  }
}
