import Time

extension RuleBook {
  /// Pairs of rules of one place, one against and one for the same thing, that fire together.
  ///
  /// Two rules fire together when the joined facts of their positive cases make both fire: this
  /// finds contradictions that the cases reach, and cannot prove that there is no other.
  func contradictions(_ cases: RuleCases) -> [RuleFinding] {
    let against = rules.filter { [.avoid, .wait].contains($0.advice.kind) }
    let inFavour = rules.filter { $0.advice.kind == .offer }
    return inFavour.flatMap { offer in
      against.compactMap { refusal -> RuleFinding? in
        guard !Set(offer.advice.about).isDisjoint(with: refusal.advice.about),
          sharesPlace(offer, refusal), fireTogether(offer, refusal, cases)
        else { return nil }
        return RuleFinding(
          rule: offer.id,
          problem: weight(refusal) < weight(offer)
            ? .yieldsTo(refusal.id) : .contradicts(refusal.id))
      }
    }
  }

  /// The place in the order of levels, 0 for the heaviest.
  private func weight(_ rule: Rule) -> Int { RuleLevel.allCases.firstIndex(of: rule.level) ?? 0 }

  private func sharesPlace(_ one: Rule, _ other: Rule) -> Bool {
    let places = Set(one.jurisdiction)
    return places.contains("world") || other.jurisdiction.contains("world")
      || !places.isDisjoint(with: other.jurisdiction)
  }

  private func fireTogether(_ one: Rule, _ other: Rule, _ cases: RuleCases) -> Bool {
    for first in cases.cases where first.rule == one.id {
      for second in cases.cases where second.rule == other.id {
        let joined = first.fires.joined(with: second.fires)
        guard let day = cases.days[one.id] else { continue }
        if outcome(of: one, given: joined, on: day) == .fired,
          outcome(of: other, given: joined, on: day) == .fired
        {
          return true
        }
      }
    }
    return false
  }
}

extension KnownFacts {
  /// The facts of both; of sets, what belongs to either.
  fileprivate func joined(with other: KnownFacts) -> KnownFacts {
    KnownFacts(
      facts.merging(other.facts) { mine, theirs in
        guard case .set(let one) = mine.value, case .set(let two) = theirs.value else {
          return theirs
        }
        return KnownFact(.set(KnownSet(all: one.has.union(two.has))), on: mine.day)
      })
  }
}
