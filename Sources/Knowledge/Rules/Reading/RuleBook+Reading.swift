extension RuleBook {
  /// Reads the catalogue and the families.
  ///
  /// - Parameters:
  ///   - catalogues: the documents of kind `facts`; at most one.
  ///   - roots: the documents of kind `rules`.
  ///   - library: the sources that may be cited.
  /// - Throws: an error that names document, rule and field.
  init(
    catalogues: [Field], families roots: [Field], citing library: Library
  ) throws(KnowledgeError) {
    if catalogues.count > 1 { throw catalogues[1].failure(.duplicate("facts")) }
    let catalogue = try catalogues.first.map { root throws(KnowledgeError) in
      try FactCatalogueReader(root).definitions()
    }
    var conditions = ConditionReader(slots: FactSlots(catalogue ?? []))
    var families: [RuleFamily] = []
    var rules: [Rule] = []
    for root in roots {
      let reader = try RulesReader(root.named(by: "family"), library: library)
      guard !families.contains(where: { $0.id == reader.family.id }) else {
        throw root.failure(.duplicate(reader.family.id))
      }
      families.append(reader.family)
      for rule in try reader.rules(&conditions) {
        guard !rules.contains(where: { $0.id == rule.id }) else {
          throw root.failure(.duplicate(rule.id))
        }
        rules.append(rule)
      }
    }
    // Crises come first wherever rules are listed.
    let crises = Set(families.filter(\.isCrisis).map(\.id))
    let ordered =
      rules.filter { crises.contains($0.family) } + rules.filter { !crises.contains($0.family) }
    self.init(
      catalogue: catalogue ?? [], families: families, rules: ordered,
      references: conditions.slots.references)
  }
}
