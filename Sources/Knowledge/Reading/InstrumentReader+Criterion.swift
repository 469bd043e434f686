extension InstrumentReader {
  mutating func criterion() throws(KnowledgeError) -> ItemCriterion? {
    guard let object = try group(.criterion, keys: ["label", "anyOf"]) else { return nil }
    var ways: [[ItemCriterion.Clause]] = []
    for field in try object.required("anyOf").list() {
      var way: [ItemCriterion.Clause] = []
      for element in try field.list() { way.append(try clause(element)) }
      guard !way.isEmpty else { throw field.failure(.missing) }
      ways.append(way)
    }
    guard !ways.isEmpty else { throw object.place.failure(.missing) }
    return ItemCriterion(label: try object.required("label").text(), anyOf: ways)
  }

  mutating func caseThresholds() throws(KnowledgeError) -> (
    all: Threshold?, groups: [GroupThreshold]
  ) {
    guard let object = try group(.caseThreshold, keys: ["comparison", "score", "groups"]) else {
      return (nil, [])
    }
    guard let list = object.optional("groups") else { return (try threshold(object), []) }
    if let field = object.optional("score") ?? object.optional("comparison") {
      throw field.failure(.inconsistent("give one score for everybody or one for each group"))
    }
    var groups: [GroupThreshold] = []
    for field in try list.list() {
      let own = try field.object(keys: ["group", "comparison", "score"])
      groups.append(
        GroupThreshold(group: try own.required("group").text(), threshold: try threshold(own)))
    }
    guard !groups.isEmpty else { throw list.failure(.missing) }
    return (nil, groups)
  }

  /// Reads a side and a score.
  ///
  /// - Parameter object: values with `comparison` and `score`.
  /// - Returns: the threshold.
  /// - Throws: an error that names the field.
  func threshold(_ object: Object) throws(KnowledgeError) -> Threshold {
    Threshold(
      comparison: try object.required("comparison").choice(),
      score: try object.required("score").number())
  }

  private func clause(_ field: Field) throws(KnowledgeError) -> ItemCriterion.Clause {
    let object = try field.object(keys: ["count", "among"])
    var groups: [ItemCriterion.Group] = []
    for element in try object.required("among").list() {
      let group = try element.object(keys: ["items", "atLeast"])
      groups.append(
        ItemCriterion.Group(
          items: try group.required("items").texts().map { ItemID(rawValue: $0) },
          atLeast: try group.required("atLeast").integer(in: 0...100)))
    }
    return ItemCriterion.Clause(
      count: try object.required("count").integer(in: 1...100), among: groups)
  }
}
