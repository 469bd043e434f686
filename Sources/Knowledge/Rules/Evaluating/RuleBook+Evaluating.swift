public import Time

extension RuleBook {
  /// Evaluates the rules of a place on a day: a pure function of the book and its arguments. Families
  /// that the site switched off are left out.
  ///
  /// - Parameters:
  ///   - facts: all that is known; facts of another type than the catalogue's count as unknown.
  ///   - day: the day on which is asked.
  ///   - place: an ISO 3166 code or `EU`; nil for the rules of every place.
  /// - Returns: one evaluation for each rule in force, in the order of the book.
  public func evaluate(
    _ facts: KnownFacts, on day: Day, in place: String?
  ) -> [RuleEvaluation] {
    let known = bound(facts)
    let values = known.map { $0?.value }
    return compiled.compactMap { compiled in
      let rule = compiled.rule
      guard rule.isInForce(in: place, on: day), isOn(rule) else { return nil }
      return RuleEvaluation(
        rule: rule, outcome: outcome(of: rule, values, on: day),
        inputs: inputs(compiled.slots, known),
        logic: compiled.logic, day: day)
    }
  }

  private func isOn(_ rule: Rule) -> Bool {
    !switchedOff.contains(rule.family) || families[rule.family]?.isCrisis == true
  }

  /// What became of a rule.
  func outcome(of rule: Rule, _ values: [FactValue?], on day: Day) -> RuleEvaluation.Outcome {
    switch rule.condition.truth(values, on: day) {
    case .yes: .fired
    case .no: .notFired
    case .unknown: .unknown(missing: rule.condition.missing(values, on: day))
    }
  }

  /// What became of a rule, whatever its place and validity.
  func outcome(of rule: Rule, given facts: KnownFacts, on day: Day) -> RuleEvaluation.Outcome {
    outcome(of: rule, bound(facts).map { $0?.value }, on: day)
  }

  private func inputs(_ slots: [Int], _ known: [KnownFact?]) -> [RuleEvaluation.Input] {
    slots.compactMap { slot in
      guard let fact = known[slot] else { return nil }
      let reference = references[slot]
      return RuleEvaluation.Input(
        reference: reference, value: fact.value, unit: definitions[reference.fact]?.unit,
        day: fact.day)
    }
  }

  /// The facts by slot; values that the catalogue does not admit are left out.
  private func bound(_ facts: KnownFacts) -> [KnownFact?] {
    references.enumerated().map { slot, reference in
      let own = admitted(reference, facts)
      guard let parts = unions[slot] else { return own }
      return union(parts.map { admitted($0, facts) }, own: own)
    }
  }

  private func admitted(_ reference: FactReference, _ facts: KnownFacts) -> KnownFact? {
    guard let fact = facts[reference], definitions[reference.fact]?.admits(fact.value) == true
    else { return nil }
    return fact
  }

  /// The union of sets, with what is known of it directly.
  private func union(_ parts: [KnownFact?], own: KnownFact?) -> KnownFact? {
    let sets = parts.map { part -> KnownSet? in
      guard case .set(let set)? = part?.value else { return nil }
      return set
    }
    let days = (parts + [own]).compactMap { $0?.day }
    let nothing = KnownSet(has: [], isComplete: false)
    var joined: KnownSet?
    if sets.contains(where: { $0 != nil }) {
      joined = sets.dropFirst().reduce(sets.first.flatMap(\.self) ?? nothing) { $0.union($1) }
    }
    if case .set(let stated)? = own?.value {
      joined = joined.map { $0.merged(with: stated) } ?? stated
    }
    return joined.map { KnownFact(.set($0), on: days.max()) }
  }
}
