import Knowledge
import PatientRecord
import Time

extension ReviewBuilder {
  /// The answers about self-harm and what calls for help first; nil when there is neither.
  func safetyPart() -> SafetyPart? {
    let groups = Dictionary(grouping: chart.safetyAnswers + ruledAnswers) {
      [$0.instrument.rawValue, $0.item.rawValue]
    }
    let items = groups.values.compactMap(safetyItem).sorted {
      ($0.instrument, $0.item) < ($1.instrument, $1.item)
    }
    let concerns = SafetyConcerns(chart, using: knowledge).all()
    guard !items.isEmpty || !concerns.isEmpty else { return nil }
    return SafetyPart(
      items: items, concerns: concerns, contacts: knowledge.helpContactsOfSite(),
      latestIsPositive: items.contains(where: isPositiveOnLatestDay)
        || concerns.contains { $0.since != .otherwise })
  }

  /// The answers to questions about safety that rules name and the instruments do not list.
  private var ruledAnswers: [SafetyRecord] {
    let thresholds = knowledge.safety.rules.flatMap { rule -> [SignalTrigger.ItemThreshold] in
      guard rule.topic == .safety, case .items(let items, .positive) = rule.trigger else {
        return []
      }
      return items
    }
    return chart.entries.flatMap { entry -> [SafetyRecord] in
      guard case .response(let response) = entry.fact else { return [] }
      return thresholds.filter { $0.instrument == response.instrument }
        .map { SafetyRecord($0, response.content, of: entry) }
    }
  }

  /// A skipped question takes no answer back, and neither does another form of the same day.
  private func isPositiveOnLatestDay(_ item: SafetyPart.Item) -> Bool {
    let known = item.answers.filter { $0.isPositive != nil }
    return known.contains { $0.day == known.last?.day && $0.isPositive == true }
  }

  private func safetyItem(_ records: [SafetyRecord]) -> SafetyPart.Item? {
    guard let first = records.first, let instrument = knowledge.instruments[first.instrument]
    else { return nil }
    let answers = records.sorted { $0.instant < $1.instant }.map { record in
      let label: String? =
        if case .given(let value) = record.answer {
          instrument.label(of: value, to: first.item)
        } else { nil }
      return SafetyPart.Answer(
        day: record.day, answer: record.answer, isPositive: record.isPositive, label: label,
        entry: record.entry)
    }
    return SafetyPart.Item(
      instrument: instrument.abbreviation, item: first.item,
      wording: instrument.items.first { $0.id == first.item }?.text, options: instrument.options,
      answers: answers)
  }
}

extension SafetyRecord {
  /// The answer to a question that a rule names, unknown where it was skipped.
  fileprivate init(
    _ threshold: SignalTrigger.ItemThreshold, _ content: Response.Content, of entry: Entry
  ) {
    var value: Int?
    if case .answers(let answers) = content { value = answers[threshold.item] }
    self.init(
      instrument: threshold.instrument, item: threshold.item, instant: entry.occurred.start,
      day: entry.day, answer: value.map { .given($0) } ?? .unknown,
      isPositive: value.map { $0 >= threshold.atLeast }, entry: entry.id)
  }
}
