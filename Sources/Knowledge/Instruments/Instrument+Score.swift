extension Instrument {
  /// Scores the answers of one person.
  ///
  /// The total is the sum of the answers; ``Scoring`` says what happens when items were skipped. An
  /// answer about safety is taken as given or reported as unknown, and is never filled in.
  ///
  /// - Parameter answers: the value of the option chosen for each item; an absent item was skipped.
  /// - Returns: the total and the answers about safety.
  /// - Throws: an error that names the item when an item is unknown or a value is none of its
  ///   options, and an error when the instrument ships without items.
  public func score(_ answers: [ItemID: Int]) throws(KnowledgeError) -> Score {
    guard let scoring, !items.isEmpty else { throw failure(.scoreOnly) }
    try check(answers)
    return Score(total: total(of: answers, by: scoring), safety: safetyAnswers(in: answers))
  }

  private func check(_ answers: [ItemID: Int]) throws(KnowledgeError) {
    let known = Set(items.map(\.id))
    let offered = options.map(\.value)
    // Sorted, so that the same answers always fail with the same item.
    for (item, value) in answers.sorted(by: { $0.key < $1.key }) {
      guard known.contains(item) else { throw failure(.unknownItem(item), at: item) }
      guard offered.contains(value) else {
        throw failure(.notAnOption(value, offered: offered), at: item)
      }
    }
  }

  private func total(of answers: [ItemID: Int], by scoring: Scoring) -> Score.Total {
    let missing = items.map(\.id).filter { answers[$0] == nil }
    let sum = answers.values.reduce(0, +)
    if missing.isEmpty { return .complete(Double(sum)) }
    guard scoring.prorates else {
      return .unscorable(
        missing: missing, reason: "\(abbreviation) has a total only when every item is answered.")
    }
    guard missing.count <= scoring.maximumMissing, missing.count < items.count else {
      return .unscorable(
        missing: missing,
        reason: "\(missing.count) of \(items.count) items are skipped; \(abbreviation) allows at "
          + "most \(scoring.maximumMissing).")
    }
    let answered = items.count - missing.count
    return .prorated(prorated(sum, over: answered), missing: missing)
  }

  /// The mean of the answered items times all items, in whole points with halves upwards.
  private func prorated(_ sum: Int, over answered: Int) -> Double {
    (Double(sum * items.count) / Double(answered) + 0.5).rounded(.down)
  }

  private func safetyAnswers(in answers: [ItemID: Int]) -> [SafetyAnswer] {
    safetyItems.map { safety in
      guard let value = answers[safety.item] else {
        return SafetyAnswer(item: safety.item, answer: .unknown, isPositive: nil)
      }
      return SafetyAnswer(
        item: safety.item, answer: .given(value), isPositive: value >= safety.atLeast)
    }
  }

  private func failure(_ problem: KnowledgeError.Problem, at item: ItemID? = nil) -> KnowledgeError
  {
    KnowledgeError(problem, record: id.rawValue, field: item?.rawValue)
  }
}
