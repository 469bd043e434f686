public import Knowledge
import Time

/// Works out what follows from the medicines that are known to be taken or considered: their classes,
/// who carries a class, the latest change and stop within a class, and the serotonergic load.
///
/// A class is only ever known to be absent when the list is complete and every medicine on it is in
/// the catalogue. That a class has no members in the catalogue never makes a question false.
public struct MedicineFacts: Sendable {
  private let directory: MedicineDirectory

  /// Prepares the work.
  ///
  /// - Parameter directory: what names of medicines mean.
  public init(_ directory: MedicineDirectory) { self.directory = directory }

  /// Adds what follows.
  ///
  /// - Parameter facts: what is known; what it states of classes itself is kept.
  /// - Returns: the facts with those that follow.
  public func completing(_ facts: KnownFacts) -> KnownFacts {
    var derived = KnownFacts()
    let lists: [(FactID, FactID)] = [
      ("medicines.current", "medicines.currentClasses"),
      ("medicines.proposed", "medicines.proposedClasses"),
      ("medicines.stopping", "medicines.stoppingClasses"),
    ]
    for (list, classes) in lists {
      derived[FactReference(classes)] = self.classes(of: facts[FactReference(list)])
    }
    addCarriers(to: &derived, from: facts)
    addLatest("changed", as: "changedClass", to: &derived, from: facts)
    addLatest("stopped", as: "stoppedClass", to: &derived, from: facts)
    return derived.merged(with: facts)
  }

  /// The medicines taken or considered that have no record in the catalogue.
  ///
  /// - Parameter facts: what is known.
  /// - Returns: their identifiers, in order.
  public func unlisted(in facts: KnownFacts) -> [String] {
    let lists: [FactID] = ["medicines.current", "medicines.proposed", "medicines.stopping"]
    let named = lists.reduce(into: Set<String>()) { named, list in
      if case .set(let set)? = facts[FactReference(list)]?.value { named.formUnion(set.has) }
    }
    return named.filter { !directory.isListed($0) }.sorted()
  }

  /// Everything in a list that stands in the catalogue.
  private func isSettled(_ set: KnownSet) -> Bool {
    set.isComplete && set.has.allSatisfy(directory.isListed)
  }

  private func classes(of fact: KnownFact?) -> KnownFact? {
    guard let fact, case .set(let list) = fact.value else { return nil }
    let has = list.has.reduce(into: Set<String>()) { $0.formUnion(directory.classes[$1] ?? []) }
    let hasNot = isSettled(list) ? directory.exclusiveClasses.subtracting(has) : []
    return KnownFact(.set(KnownSet(has: has, hasNot: hasNot, isComplete: false)), on: fact.day)
  }

  /// Who carries a class, and the sum of the grades, among medicines taken or considered.
  private func addCarriers(to derived: inout KnownFacts, from facts: KnownFacts) {
    let known = [FactReference("medicines.current"), FactReference("medicines.proposed")]
      .map { facts[$0] }
    let sets = known.map { fact -> KnownSet? in
      guard case .set(let set)? = fact?.value else { return nil }
      return set
    }
    let all = sets.reduce(into: Set<String>()) { $0.formUnion($1?.has ?? []) }
    let isSettled = sets.allSatisfy { $0.map(self.isSettled) == true }
    guard sets.contains(where: { $0 != nil }) else { return }
    let day = known.compactMap { $0?.day }.max()
    var carriers: [String: Set<String>] = [:]
    for id in all {
      for name in directory.classes[id] ?? [] { carriers[name, default: []].insert(id) }
    }
    for (name, members) in carriers {
      derived[FactReference("medicinesWith", name)] = KnownFact(
        .set(KnownSet(has: members, isComplete: false)), on: day)
    }
    derived[FactReference("serotonergicScore")] = KnownFact(
      .between(load(of: all, isSettled: isSettled)), on: day)
  }

  /// The least and the most that the grades can sum to; without a grade anything is possible.
  private func load(of ids: Set<String>, isSettled: Bool) -> ClosedRange<Double> {
    let grades = ids.map { directory.serotonergicGrades[$0] }
    let least = grades.reduce(0) { $0 + ($1?.lowerBound ?? 0) }
    guard isSettled, grades.allSatisfy({ $0 != nil }) else { return least...Double.infinity }
    return least...grades.reduce(0) { $0 + ($1?.upperBound ?? 0) }
  }

  private func addLatest(
    _ id: FactID, as classID: FactID, to derived: inout KnownFacts, from facts: KnownFacts
  ) {
    var latest: [String: Day] = [:]
    for (reference, fact) in facts.facts where reference.fact == id {
      guard let medicine = reference.parameter, case .date(let day) = fact.value else { continue }
      for name in directory.classes[medicine] ?? [] { latest[name] = max(latest[name] ?? day, day) }
    }
    for (name, day) in latest {
      derived[FactReference(classID, name)] = KnownFact(.date(day), on: day)
    }
  }
}
