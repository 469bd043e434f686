public import Time

extension RuleBook {
  /// Reads facts that somebody stated.
  ///
  /// - Parameter document: a YAML document of kind `case` with the key `facts` and, if wanted,
  ///   `day`; each fact is a value, or `value` with the day `on` which it was observed.
  /// - Returns: the facts and the day.
  /// - Throws: an error that names the fact and says what would be right.
  public func facts(
    in document: KnowledgeDocument
  ) throws(KnowledgeError) -> (facts: KnownFacts, day: Day?) {
    let root = try document.parsed()
    let object = try root.called("case").object(keys: ["kind", "day", "facts"])
    if let kind = object.optional("kind"), try kind.text() != "case" {
      throw kind.failure(expected: "case")
    }
    let facts = try CaseFactsReader(book: self).facts(object.required("facts"))
    return (KnownFacts(facts.compactMapValues(\.self)), try object.optional("day")?.day())
  }
}

/// Reads facts by their references.
struct CaseFactsReader {
  private let slots: FactSlots

  init(book: RuleBook) { slots = FactSlots(book.catalogue) }

  /// Reads facts.
  ///
  /// - Parameter field: values by reference.
  /// - Returns: the facts; nil for those written as `~`, which are to be unknown.
  /// - Throws: an error that names the fact.
  func facts(_ field: Field) throws(KnowledgeError) -> [FactReference: KnownFact?] {
    guard let members = field.members else { throw field.failure(expected: "facts with values") }
    var facts: [FactReference: KnownFact?] = [:]
    for (key, value) in members {
      let (reference, definition) = try slots.reference(key)
      facts[reference] = .some(value.isNull ? nil : try fact(value, definition))
    }
    return facts
  }

  private func fact(
    _ field: Field, _ definition: FactDefinition
  ) throws(KnowledgeError) -> KnownFact {
    let reader = FactValueReader(definition: definition)
    guard field.value(of: "value") != nil else { return KnownFact(try reader.value(field)) }
    let object = try field.object(keys: ["value", "on"])
    return KnownFact(
      try reader.value(object.required("value")), on: try object.optional("on")?.day())
  }
}
