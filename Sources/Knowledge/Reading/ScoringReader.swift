/// Reads how answers become a total.
struct ScoringReader {
  let object: Object
  let codeSystem: String?
  let library: Library

  /// The rules by the words of the layout.
  private enum Word: String, CaseIterable {
    case sum, domainMaximum, tScore, itemLevel, triage
  }

  /// The keys that make sense only with items.
  private static let ruleKeys: Set<String> = [
    "rule", "items", "domains", "eitherOr", "reversed", "transform", "table", "readings", "triage",
    "neverImpute",
  ]

  /// The keys of a scoring beside range, direction and the rule for skipped items.
  static var keys: Set<String> { ruleKeys }

  /// Reads the scoring.
  ///
  /// - Parameter wording: the wording, where it ships; its items and options are those scored.
  /// - Returns: the scoring, or nil when only totals are kept.
  /// - Throws: an error that names the field.
  func scoring(of wording: InstrumentWording?) throws(KnowledgeError) -> Scoring? {
    guard let scales = try scales(of: wording) else { return nil }
    let word = try object.optional("rule")?.choice(Word.self) ?? .sum
    let missing = try missing(for: word)
    return Scoring(
      rule: try rule(word), scales: scales, reversed: Set(try items("reversed")),
      eitherOr: try itemLists("eitherOr"), transform: try transform(),
      maximumMissing: missing.maximum, prorates: missing.prorates,
      neverImpute: try items("neverImpute"))
  }

  private func scales(of wording: InstrumentWording?) throws(KnowledgeError) -> [ItemScale]? {
    if let wording {
      if let field = object.optional("items") {
        throw field.failure(.inconsistent("the items are those of the wording; leave them out"))
      }
      let values = wording.options.map(\.value)
      return wording.items.map { ItemScale(item: $0.id, values: values, code: nil) }
    }
    guard let field = object.optional("items") else {
      for key in ScoringReader.ruleKeys.union(["maximumMissing", "prorates"]).sorted() {
        guard let field = object.optional(key) else { continue }
        throw field.failure(.inconsistent("without items only totals are kept; leave this out"))
      }
      return nil
    }
    return try scales(field)
  }

  private func scales(_ field: Field) throws(KnowledgeError) -> [ItemScale] {
    var scales: [ItemScale] = []
    for element in try field.list() {
      let group = try element.object(keys: ["ids", "numbers", "values", "code"])
      let values = try wholeRange(group.required("values"))
      let code = try WordingReader(codeSystem: codeSystem).code(group.optional("code"))
      let ids = try ids(of: group)
      guard code == nil || ids.count == 1 else {
        throw element.failure(.inconsistent("a code belongs to one item"))
      }
      scales += ids.map { ItemScale(item: $0, values: Array(values), code: code) }
    }
    return scales
  }

  /// Identifiers as a list of words, or `q1`, `q2` … from a first and a last number.
  private func ids(of group: Object) throws(KnowledgeError) -> [ItemID] {
    guard let field = group.optional("numbers") else {
      return try texts(group.required("ids")).map { ItemID(rawValue: $0) }
    }
    return try wholeRange(field).map { ItemID(rawValue: "q\($0)") }
  }

  private func rule(_ word: Word) throws(KnowledgeError) -> Scoring.Rule {
    switch word {
    case .sum: return .sum
    case .domainMaximum: return .domainMaximum(try itemLists("domains"))
    case .tScore: return .tScore(try ScoreTable(object.required("table")))
    case .itemLevel: return .itemLevel(try readings(object.required("readings")))
    case .triage:
      return .triage(try TriageReader(library: library).triage(object.required("triage")))
    }
  }

  /// Only sums have a rule for skipped items of their own; the other rules say it themselves.
  private func missing(for word: Word) throws(KnowledgeError) -> (maximum: Int, prorates: Bool) {
    guard word == .sum else {
      for key in ["maximumMissing", "prorates", "transform", "reversed"] {
        guard let field = object.optional(key) else { continue }
        throw field.failure(.inconsistent("only sums have this; leave it out"))
      }
      return (0, false)
    }
    return (
      try object.required("maximumMissing").integer(in: 0...100),
      try object.required("prorates").flag()
    )
  }

  private func transform() throws(KnowledgeError) -> ScoreTransform {
    guard let field = object.optional("transform") else { return .identity }
    let own = try field.object(keys: ["subtract", "multiply", "divide"])
    let transform = ScoreTransform(
      subtract: try own.optional("subtract")?.number() ?? 0,
      multiply: try own.optional("multiply")?.number() ?? 1,
      divide: try own.optional("divide")?.number() ?? 1)
    guard transform.multiply > 0, transform.divide > 0 else {
      throw field.failure(expected: "factors above 0")
    }
    return transform
  }

  private func readings(_ field: Field) throws(KnowledgeError) -> [ItemReading] {
    let direction: Instrument.Direction = try object.required("direction").choice()
    var readings: [ItemReading] = []
    for element in try field.list() {
      let own = try element.object(keys: ["item", "label", "bands"])
      var bands: [Band] = []
      if let list = own.optional("bands") { bands = try Band.list(list, direction) }
      readings.append(
        ItemReading(
          item: ItemID(rawValue: try own.required("item").text()),
          label: try own.required("label").text(), bands: bands))
    }
    return readings
  }

  private func items(_ key: String) throws(KnowledgeError) -> [ItemID] {
    guard let field = object.optional(key) else { return [] }
    return try texts(field).map { ItemID(rawValue: $0) }
  }

  private func itemLists(_ key: String) throws(KnowledgeError) -> [[ItemID]] {
    var lists: [[ItemID]] = []
    for field in try object.optional(key)?.list() ?? [] {
      lists.append(try texts(field).map { ItemID(rawValue: $0) })
    }
    return lists
  }

  private func texts(_ field: Field) throws(KnowledgeError) -> [String] { try field.texts() }

  private func wholeRange(_ field: Field) throws(KnowledgeError) -> ClosedRange<Int> {
    try field.wholeRange(in: 0...100)
  }
}
