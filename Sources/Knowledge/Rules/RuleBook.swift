/// The rules with the catalogue of facts they ask for, compiled once.
///
/// ## Topics
/// ### Evaluating
/// - ``evaluate(_:on:in:)``
/// ### Checking
/// - ``findings(with:)``
public struct RuleBook: Hashable, Sendable {
  /// The catalogue of facts, in the order of its resource.
  public let catalogue: [FactDefinition]
  /// The families by identifier.
  public let families: [String: RuleFamily]
  /// The rules by family, those on crises first, and then in the order of the resource.
  public var rules: [Rule] { compiled.map(\.rule) }
  /// The catalogue by identifier.
  public let definitions: [FactID: FactDefinition]
  /// The families that a site switched off; one on crises stays on whatever stands here.
  public var switchedOff: Set<String> = []
  /// The rules with what is worked out once for all evaluations.
  let compiled: [CompiledRule]
  /// The facts that rules ask for, each once, in the order of the rules that ask first.
  public let references: [FactReference]
  /// The sets that are unions, with the references of their parts.
  let unions: [Int: [FactReference]]

  /// A book without rules.
  static let empty = RuleBook(catalogue: [], families: [], rules: [], references: [])

  init(
    catalogue: [FactDefinition], families: [RuleFamily], rules: [Rule], references: [FactReference]
  ) {
    self.catalogue = catalogue
    self.families = Dictionary(families.map { ($0.id, $0) }) { first, _ in first }
    self.references = references
    let definitions = Dictionary(catalogue.map { ($0.id, $0) }) { first, _ in first }
    self.definitions = definitions
    compiled = rules.map { CompiledRule($0, definitions) }
    var unions: [Int: [FactReference]] = [:]
    for (slot, reference) in references.enumerated() {
      let parts = definitions[reference.fact]?.union ?? []
      if !parts.isEmpty { unions[slot] = parts.map { FactReference($0) } }
    }
    self.unions = unions
  }

  /// Finds a rule.
  ///
  /// - Parameter id: its identifier.
  /// - Returns: the rule; nil when there is none.
  public func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
