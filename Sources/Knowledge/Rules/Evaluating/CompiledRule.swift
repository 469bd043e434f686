/// A rule with what is worked out once for all evaluations.
struct CompiledRule: Hashable, Sendable {
  let rule: Rule
  /// The places of the facts it asks for, each once, in its order.
  let slots: [Int]
  /// When it applies, in words.
  let logic: String

  init(_ rule: Rule, _ definitions: [FactID: FactDefinition]) {
    self.rule = rule
    var seen: Set<Int> = []
    slots = rule.condition.tests.map(\.slot).filter { seen.insert($0).inserted }
    logic = rule.condition.words(definitions)
  }
}
