extension Condition {
  /// The condition in words.
  ///
  /// - Parameter definitions: the catalogue, for what facts are called and for their units.
  /// - Returns: one sentence without a full stop.
  public func words(_ definitions: [FactID: FactDefinition]) -> String {
    switch self {
    case .fact(let test): test.words(definitions[test.reference.fact])
    case .not(let part): "not (\(part.words(definitions)))"
    case .all(let parts): parts.map { $0.nested(definitions) }.joined(separator: " and ")
    case .any(let parts): parts.map { $0.nested(definitions) }.joined(separator: " or ")
    }
  }

  private func nested(_ definitions: [FactID: FactDefinition]) -> String {
    switch self {
    case .all(let parts), .any(let parts):
      parts.count > 1 ? "(\(words(definitions)))" : words(definitions)
    case .fact, .not: words(definitions)
    }
  }
}

extension FactTest {
  /// The question in words.
  fileprivate func words(_ definition: FactDefinition?) -> String {
    let unit = definition?.unit.map { " \($0)" } ?? ""
    return switch question {
    case .number(let comparison, let threshold):
      "\(reference) is \(comparison.words) \(trimmed(threshold))\(unit)"
    case .flag(let wanted): "\(reference) is \(wanted ? "yes" : "no")"
    case .choice(let words): "\(reference) is \(words.joined(separator: " or "))"
    case .containsAny(let members): "\(reference) has \(members.joined(separator: " or "))"
    case .containsAll(let members): "\(reference) has \(members.joined(separator: " and "))"
    case .count(let members, let comparison, let threshold):
      "\(reference) has \(comparison.words) \(threshold)"
        + (members.isEmpty ? "" : " of \(members.joined(separator: ", "))")
    case .daysSince(let comparison, let days):
      "\(reference) is \(comparison.words) \(days) days ago"
    }
  }
}
