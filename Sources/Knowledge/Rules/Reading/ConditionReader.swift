/// Reads conditions and checks every question against the type and unit of its fact.
struct ConditionReader {
  var slots: FactSlots

  private static let joints: Set<String> = ["all", "any", "not"]
  private static let comparisons = Set(Comparison.allCases.map(\.rawValue))
  private static let questions: Set<String> = comparisons.union([
    "is", "in", "contains", "containsAny", "containsAll", "count", "daysSince",
  ])
  private static let keys: Set<String> = joints.union(questions).union(["fact"])
  private static let countKeys: Set<String> = comparisons.union(["of"])

  /// Reads a condition.
  ///
  /// - Parameters:
  ///   - field: the condition.
  ///   - depth: how many conditions it stands in, at most 16.
  /// - Returns: the condition.
  /// - Throws: an error that names the field.
  mutating func condition(_ field: Field, depth: Int = 0) throws(KnowledgeError) -> Condition {
    guard depth <= 16 else { throw field.failure(expected: "conditions nested less deeply") }
    let object = try field.object(keys: ConditionReader.keys)
    if object.fields["fact"] != nil { return .fact(try test(object)) }
    guard object.fields.count == 1, let joint = object.fields.first else {
      throw field.failure(expected: "one of all, any, not or fact")
    }
    switch joint.key {
    case "all": return .all(try conditions(joint.value, depth: depth + 1))
    case "any": return .any(try conditions(joint.value, depth: depth + 1))
    case "not": return .not(try condition(joint.value, depth: depth + 1))
    default: throw field.failure(expected: "one of all, any, not or fact")
    }
  }

  private mutating func conditions(
    _ field: Field, depth: Int
  ) throws(KnowledgeError) -> [Condition] {
    var conditions: [Condition] = []
    for element in try field.list() {
      conditions.append(try condition(element, depth: depth))
    }
    guard !conditions.isEmpty else { throw field.failure(.missing) }
    return conditions
  }

  private mutating func test(_ object: Object) throws(KnowledgeError) -> FactTest {
    let (reference, definition) = try slots.reference(object.required("fact"))
    let asked = object.fields.filter { $0.key != "fact" }
    guard asked.count == 1, let (word, field) = asked.first else {
      throw object.place.failure(expected: "one question to the fact")
    }
    let question = try question(word, field, to: definition)
    return FactTest(
      reference: reference, question: question, slot: slots.slot(of: reference))
  }

  private func question(
    _ word: String, _ field: Field, to definition: FactDefinition
  ) throws(KnowledgeError) -> FactTest.Question {
    let values = FactValueReader(definition: definition)
    switch (word, definition.kind) {
    case (_, .number):
      guard let comparison = Comparison(rawValue: word) else { break }
      return .number(comparison, try values.number(field))
    case ("is", .flag): return .flag(try field.flag())
    case ("is", .choice): return .choice([try values.word(field)])
    case ("in", .choice): return .choice(try values.words(field))
    case ("contains", .set): return .containsAny([try values.word(field)])
    case ("containsAny", .set): return .containsAny(try values.words(field))
    case ("containsAll", .set): return .containsAll(try values.words(field))
    case ("count", .set): return try count(field, values)
    case ("daysSince", .date): return try daysSince(field)
    default: break
    }
    throw field.failure(
      .inconsistent("'\(word)' cannot be asked of '\(definition.id)', which is of another type"))
  }

  private func count(
    _ field: Field, _ values: FactValueReader
  ) throws(KnowledgeError) -> FactTest.Question {
    let object = try field.object(keys: ConditionReader.countKeys)
    let members = try object.optional("of").map { field throws(KnowledgeError) in
      try values.words(field)
    }
    let (comparison, threshold) = try comparison(in: object)
    return .count(members ?? [], comparison, try threshold.integer(in: 0...1000))
  }

  private func daysSince(_ field: Field) throws(KnowledgeError) -> FactTest.Question {
    let object = try field.object(keys: ConditionReader.comparisons)
    let (comparison, threshold) = try comparison(in: object)
    let text = try threshold.text()
    guard text.hasSuffix(" d"), let days = Int(text.dropLast(2)), (0...36_600).contains(days) else {
      throw threshold.failure(expected: "whole days with their unit, such as 14 d")
    }
    return .daysSince(comparison, days)
  }

  private func comparison(in object: Object) throws(KnowledgeError) -> (Comparison, Field) {
    let found = object.fields.filter { $0.key != "of" }
    guard found.count == 1, let (word, field) = found.first,
      let comparison = Comparison(rawValue: word)
    else { throw object.place.failure(expected: "one comparison, such as atLeast") }
    return (comparison, field)
  }
}
