/// Gives each fact that rules ask for its place, and knows the catalogue.
struct FactSlots {
  let definitions: [FactID: FactDefinition]
  private(set) var references: [FactReference] = []
  private var slots: [FactReference: Int] = [:]

  /// Starts without facts.
  ///
  /// - Parameter catalogue: the kinds of facts that may be asked for.
  init(_ catalogue: [FactDefinition]) {
    definitions = Dictionary(catalogue.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The place of a fact.
  mutating func slot(of reference: FactReference) -> Int {
    if let slot = slots[reference] { return slot }
    slots[reference] = references.count
    references.append(reference)
    return references.count - 1
  }

  /// Reads a reference and checks that the catalogue has it.
  ///
  /// - Parameter field: the place of the text.
  /// - Returns: the reference and its definition.
  /// - Throws: an error when there is no such fact or its parameter is absent or too much.
  func reference(
    _ field: Field
  ) throws(KnowledgeError) -> (FactReference, FactDefinition) {
    let text = try field.text()
    guard let reference = FactReference(text) else {
      throw field.failure(expected: "the name of a fact, such as age or dose(name)")
    }
    guard let definition = definitions[reference.fact] else {
      throw field.failure(
        .inconsistent("the catalogue has no fact '\(reference.fact)'; add it there"))
    }
    guard (reference.parameter == nil) == (definition.parameter == nil) else {
      let cure = definition.parameter.map { "needs a parameter of \($0)" } ?? "has no parameter"
      throw field.failure(.inconsistent("the fact '\(reference.fact)' \(cure)"))
    }
    return (reference, definition)
  }
}
