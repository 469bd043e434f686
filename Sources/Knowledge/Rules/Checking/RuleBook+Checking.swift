import Time

extension RuleBook {
  /// Checks what no single rule can show: unused facts, cases, reachability and contradictions.
  ///
  /// That every fact exists with its type and unit, that every source exists and that nothing
  /// uncertain ships is checked while reading.
  ///
  /// - Parameter cases: the test cases.
  /// - Returns: what was found, errors first.
  public func findings(with cases: RuleCases) -> [RuleFinding] {
    let found = unusedFacts() + rules.flatMap { caseFindings($0, cases) } + contradictions(cases)
    return found.filter(\.isError) + found.filter { !$0.isError }
  }

  private func unusedFacts() -> [RuleFinding] {
    var used = Set(references.map(\.fact))
    for definition in catalogue.reversed() where used.contains(definition.id) {
      used.formUnion(definition.union)
    }
    return catalogue.filter { !used.contains($0.id) }.map {
      RuleFinding(rule: nil, problem: .unusedFact($0.id))
    }
  }

  private func caseFindings(_ rule: Rule, _ cases: RuleCases) -> [RuleFinding] {
    let own = cases.cases.filter { $0.rule == rule.id }
    guard let day = cases.days[rule.id], !own.isEmpty else {
      return [RuleFinding(rule: rule.id, problem: .withoutCases)]
    }
    return own.flatMap { one -> [RuleFinding] in
      var problems: [RuleFinding.Problem] = []
      if outcome(of: rule, given: one.fires, on: day) != .fired { problems.append(.doesNotFire) }
      if outcome(of: rule, given: one.silent, on: day) != .notFired {
        problems.append(.isNotSilent)
      }
      guard case .unknown = outcome(of: rule, given: one.unknown, on: day) else {
        problems.append(.isNotUnknown)
        return problems.map { RuleFinding(rule: rule.id, problem: $0) }
      }
      return problems.map { RuleFinding(rule: rule.id, problem: $0) }
    }
  }
}
