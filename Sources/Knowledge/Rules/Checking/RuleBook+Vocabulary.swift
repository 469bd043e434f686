extension RuleBook {
  /// The words that rules use of a vocabulary which another resource defines.
  ///
  /// - Parameter vocabulary: its name in the catalogue, such as `medicines`.
  /// - Returns: the words, as members of sets and as parameters of facts.
  public func words(of vocabulary: String) -> Set<String> {
    var words: Set<String> = []
    for test in rules.flatMap(\.condition.tests) {
      guard let definition = definitions[test.reference.fact] else { continue }
      if definition.parameter == vocabulary, let parameter = test.reference.parameter {
        words.insert(parameter)
      }
      guard definition.kind == .set(.elsewhere(vocabulary)) else { continue }
      switch test.question {
      case .containsAny(let members), .containsAll(let members), .count(let members, _, _):
        words.formUnion(members)
      default: break
      }
    }
    return words
  }
}
