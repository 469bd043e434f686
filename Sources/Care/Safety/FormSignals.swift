import Knowledge
import PatientRecord
import Time

/// What rules find in a filled-in questionnaire.
struct FormSignals {
  let entry: Entry
  let instrument: Instrument
  let content: Response.Content

  /// The answers as given; none where only a total was kept.
  private var answers: [ItemID: Int] {
    guard case .answers(let answers) = content else { return [:] }
    return answers
  }

  func match(_ trigger: SignalTrigger, history: SignalHistory) -> EntrySignals.Match? {
    switch trigger {
    case .safetyItem(let state): safetyItems(state)
    case .items(let thresholds, let state): items(thresholds, state)
    case .triage(let id, let level): id == instrument.id ? triage(level) : nil
    case .triageUnknown(let id): id == instrument.id ? openTriage() : nil
    case .score(let thresholds): score(thresholds)
    case .change(let change):
      change.instrument == instrument.id ? self.change(change, history) : nil
    case .unseenAnswer(let instruments):
      instruments.contains(instrument.id) ? unseenAnswer() : nil
    case .symptoms, .afterStep, .words: nil
    }
  }

  /// A table of decisions has rules of its own, for the form as a whole.
  private var table: Triage? {
    guard case .triage(let table) = instrument.scoring?.rule else { return nil }
    return table
  }

  private func safetyItems(_ state: SignalTrigger.AnswerState) -> EntrySignals.Match? {
    guard table == nil else { return nil }
    let thresholds = Dictionary(instrument.safetyItems.map { ($0.item, $0.atLeast) }) { first, _ in
      first
    }
    let found = instrument.safetyAnswers(in: answers).filter { answer in
      let isForced = thresholds[answer.item].map { self.isForced(answer.item, $0) } ?? false
      switch state {
      case .positive: return answer.isPositive ?? isForced
      case .unknown: return answer.isPositive == nil && !isForced
      }
    }
    return match(found.map(\.item), state)
  }

  private func items(
    _ thresholds: [SignalTrigger.ItemThreshold], _ state: SignalTrigger.AnswerState
  ) -> EntrySignals.Match? {
    let found = thresholds.filter { threshold in
      guard threshold.instrument == instrument.id else { return false }
      let answer = answers[threshold.item]
      switch state {
      case .positive:
        return answer.map { $0 >= threshold.atLeast } ?? isForced(threshold.item, threshold.atLeast)
      case .unknown: return answer == nil && !isForced(threshold.item, threshold.atLeast)
      }
    }
    return match(found.map(\.item), state)
  }

  /// The least answer with which the recorded total can be reached; nil where answers were kept.
  private func leastAnswer(to item: ItemID) -> Int? {
    guard case .total(let total) = content else { return nil }
    return instrument.leastAnswer(to: item, givenTotal: total)
  }

  /// Whether a recorded total cannot be reached without an answer that counts.
  private func isForced(_ item: ItemID, _ atLeast: Int) -> Bool {
    leastAnswer(to: item).map { $0 >= atLeast } ?? false
  }

  private func unseenAnswer() -> EntrySignals.Match {
    EntrySignals.Match(
      finding: .unknown,
      words: "\(instrument.abbreviation): unknown, as single answers are not kept")
  }

  private func match(
    _ items: [ItemID], _ state: SignalTrigger.AnswerState
  ) -> EntrySignals.Match? {
    guard !items.isEmpty else { return nil }
    let words = items.map { "\(instrument.abbreviation) \($0): \(answer(to: $0))" }
    let open = state == .unknown ? items.map(question) : []
    return EntrySignals.Match(
      finding: state == .unknown ? .unknown : .seen, words: words.joined(separator: "; "),
      openQuestions: open)
  }

  private func question(_ item: ItemID?) -> SignalHistory.Question {
    SignalHistory.Question(instrument: instrument.id, item: item)
  }

  private func answer(to item: ItemID) -> String {
    guard let value = answers[item] else {
      guard let least = leastAnswer(to: item), least > 0, let total else {
        return "unknown (not answered)"
      }
      return "at least \(least), as a total of \(total.words) needs"
    }
    return instrument.label(of: value, to: item).map { "\(value) – \($0)" } ?? "\(value)"
  }

  private func triage(_ level: String) -> EntrySignals.Match? {
    guard let result = table?.result(of: answers), result.level.id == level else { return nil }
    var words = "\(instrument.abbreviation): \(result.level.label)"
    let positive = instrument.safetyAnswers(in: answers).filter { $0.isPositive == true }.map(
      \.item)
    if !positive.isEmpty { words += "; positive: \(list(positive))" }
    if case .atLeast(_, let missing) = result {
      words += "; or higher, not answered: \(list(missing))"
    }
    return EntrySignals.Match(words: words)
  }

  private func openTriage() -> EntrySignals.Match? {
    guard let table, case .atLeast(let level, let missing) = table.result(of: answers),
      level.id == table.otherwise.id
    else { return nil }
    return EntrySignals.Match(
      finding: .unknown, words: "\(instrument.abbreviation): not answered: \(list(missing))",
      openQuestions: [question(nil)])
  }

  private func list(_ items: [ItemID]) -> String {
    items.map(\.rawValue).joined(separator: ", ")
  }

  /// The total, where it can be given.
  private var total: Double? {
    switch content {
    case .total(let total): return instrument.accepts(total: total) ? total : nil
    case .answers(var answers):
      if let followUp = instrument.followUp { answers[followUp.item.id] = nil }
      return try? instrument.score(answers).value
    }
  }

  private func score(_ thresholds: [SignalTrigger.ScoreThreshold]) -> EntrySignals.Match? {
    guard thresholds.contains(where: { $0.instrument == instrument.id }), let total,
      thresholds.contains(where: { $0.instrument == instrument.id && $0.includes(total) })
    else { return nil }
    return EntrySignals.Match(words: "\(instrument.abbreviation) \(total.words)")
  }

  private func change(
    _ change: SignalTrigger.ScoreChange, _ history: SignalHistory
  ) -> EntrySignals.Match? {
    let scores = history.scores[instrument.id] ?? []
    guard let place = scores.firstIndex(where: { $0.entry == entry.id }), place > 0,
      let latest = scores[place].value
    else { return nil }
    let reference = change.since == .first ? scores[0] : scores[place - 1]
    guard let before = reference.value, change.isReached(from: before, to: latest) else {
      return nil
    }
    let earlier = SafetySignal.Cause(
      entry: reference.entry, day: reference.day,
      words: "\(instrument.abbreviation) \(before.words)")
    return EntrySignals.Match(
      words: "\(instrument.abbreviation) \(latest.words)", others: [earlier])
  }
}
