/// Reads values of one kind of fact.
struct FactValueReader {
  let definition: FactDefinition

  /// Reads a value.
  ///
  /// - Parameter field: a number with its unit, `true` or `false`, a word, a day, a list of all that
  ///   belongs to a set, or `has`, `hasNot` and `complete` for a set that is known in part.
  /// - Returns: the value.
  /// - Throws: an error that says what would be right.
  func value(_ field: Field) throws(KnowledgeError) -> FactValue {
    switch definition.kind {
    case .number: return .number(try number(field))
    case .flag: return .flag(try field.flag())
    case .choice: return .choice(try word(field))
    case .date: return .date(try field.day())
    case .set: return .set(try set(field))
    }
  }

  /// Reads a number with the unit of the catalogue.
  func number(_ field: Field) throws(KnowledgeError) -> Double {
    guard let unit = definition.unit else { return try field.number() }
    let parts = try field.text().split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let number = Double(parts[0]), number.isFinite,
      parts[1].trimmingSpaces == unit
    else { throw field.failure(expected: "a number and the unit \(unit), such as '1 \(unit)'") }
    return number
  }

  /// Reads a word that the catalogue lists.
  func word(_ field: Field) throws(KnowledgeError) -> String {
    let word = try field.text()
    switch definition.kind {
    case .choice(let words) where !words.contains(word): throw unlisted(field, words)
    case .set(.listed(let words)) where !words.contains(word): throw unlisted(field, words.sorted())
    default: return word
    }
  }

  private func unlisted(_ field: Field, _ words: [String]) -> KnowledgeError {
    field.failure(expected: "one of \(words.joined(separator: ", "))")
  }

  /// Reads a list of such words; it may be empty only where a set is described.
  func words(_ field: Field) throws(KnowledgeError) -> [String] {
    let words = try members(field)
    guard !words.isEmpty else { throw field.failure(.missing) }
    return words
  }

  private func members(_ field: Field) throws(KnowledgeError) -> [String] {
    var words: [String] = []
    for element in try field.list() {
      let word = try word(element)
      guard !words.contains(word) else { throw element.failure(.duplicate(word)) }
      words.append(word)
    }
    return words
  }

  private func set(_ field: Field) throws(KnowledgeError) -> KnownSet {
    if field.isList { return KnownSet(all: Set(try members(field))) }
    let object = try field.object(keys: ["has", "hasNot", "complete"])
    let has = Set(try object.optional("has").map(members) ?? [])
    let hasNot = Set(try object.optional("hasNot").map(members) ?? [])
    guard has.isDisjoint(with: hasNot) else {
      throw field.failure(.inconsistent("something is in both has and hasNot; decide for one"))
    }
    return KnownSet(
      has: has, hasNot: hasNot, isComplete: try object.optional("complete")?.flag() ?? false)
  }
}

extension Substring {
  /// The text without spaces at its ends.
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
