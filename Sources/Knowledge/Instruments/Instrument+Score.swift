extension Instrument {
  /// Scores the answers of one person.
  ///
  /// ``Scoring`` says how answers become a total and what happens when items were skipped. An answer
  /// about safety is taken as given or reported as unknown, and is never filled in. The wording need
  /// not be here: answers by identifier are enough.
  ///
  /// - Parameter answers: the value of the option chosen for each item; an absent item was skipped.
  /// - Returns: the total and what else the answers say.
  /// - Throws: an error that names the item when an item is unknown or a value is none of its
  ///   options, and an error when only totals are kept of the instrument.
  public func score(_ answers: [ItemID: Int]) throws(KnowledgeError) -> Score {
    guard let scoring else { throw failure(.scoreOnly) }
    try check(answers, on: scoring.scales)
    var readings: [ItemReading.Result] = []
    var triage: TriageResult?
    switch scoring.rule {
    case .itemLevel(let items): readings = items.map { $0.result(answers[$0.item]) }
    case .triage(let table): triage = table.result(of: answers)
    case .sum, .domainMaximum, .tScore: break
    }
    return Score(
      total: scoring.total(of: answers, named: abbreviation), safety: safetyAnswers(in: answers),
      readings: readings, criterion: criterion?.result(of: answers), triage: triage)
  }

  /// Takes the answers about safety as they are, whatever becomes of the score.
  ///
  /// - Parameter answers: the value of the option chosen for each item.
  /// - Returns: one answer for each item about safety, unknown where it was skipped. Items that the
  ///   instrument does not ask after an answer, and that were not answered, are left out.
  public func safetyAnswers(in answers: [ItemID: Int]) -> [SafetyAnswer] {
    let unasked = unasked(after: answers)
    return safetyItems.compactMap { safety in
      guard let value = answers[safety.item] else {
        guard !unasked.contains(safety.item) else { return nil }
        return SafetyAnswer(item: safety.item, answer: .unknown, isPositive: nil)
      }
      return SafetyAnswer(
        item: safety.item, answer: .given(value), isPositive: value >= safety.atLeast)
    }
  }

  private func unasked(after answers: [ItemID: Int]) -> Set<ItemID> {
    guard case .triage(let table) = scoring?.rule else { return [] }
    return table.unasked(after: answers)
  }

  private func check(_ answers: [ItemID: Int], on scales: [ItemScale]) throws(KnowledgeError) {
    let offered = Dictionary(scales.map { ($0.item, $0.values) }) { first, _ in first }
    // Sorted, so that the same answers always fail with the same item.
    for (item, value) in answers.sorted(by: { $0.key < $1.key }) {
      guard let values = offered[item] else { throw failure(.unknownItem(item), at: item) }
      guard values.contains(value) else {
        throw failure(.notAnOption(value, offered: values), at: item)
      }
    }
  }

  private func failure(_ problem: KnowledgeError.Problem, at item: ItemID? = nil) -> KnowledgeError
  {
    KnowledgeError(problem, record: id.rawValue, field: item?.rawValue)
  }
}
