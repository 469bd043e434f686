import Knowledge
import PatientRecord
import Time

/// What rules find in a symptom that is reported as present or over.
struct SymptomSignals {
  let entry: Entry
  let effect: SideEffect
  let history: SignalHistory
  let medicines: MedicineCatalogue

  func match(_ trigger: SignalTrigger) -> EntrySignals.Match? {
    switch trigger {
    case .symptoms(let groups, let days):
      effect.status == .present ? together(groups, withinDays: days) : nil
    case .afterStep(let rule): effect.status == .present ? afterStep(rule) : nil
    case .words(let list):
      list.occur(in: name, isOver: effect.status != .present)
        ? EntrySignals.Match(words: words) : nil
    case .safetyItem, .items, .triage, .triageUnknown, .score, .change, .unseenAnswer: nil
    }
  }

  private var name: String { hyphenated(effect.name.text) }

  private var words: String {
    "\(effect.name), \(effect.severity.rawValue)"
      + (effect.status == .present ? "" : ", \(effect.status.rawValue)")
  }

  /// Symptoms of one group that are all present: this one and others within some days before it.
  private func together(_ groups: [Set<String>], withinDays days: Int) -> EntrySignals.Match? {
    let fitting = groups.filter { $0.contains(name) }
    guard !fitting.isEmpty else { return nil }
    let present = history.latestEffects(upTo: entry.occurred.start, without: entry.id)
      .filter { _, other in
        other.content.status == .present && (0...days).contains(entry.day.days(since: other.day))
      }
    for group in fitting {
      let others = group.subtracting([name]).sorted()
      let reports = others.compactMap { present[$0] }
      if reports.count == others.count {
        return EntrySignals.Match(words: words, others: reports.map(cause))
      }
    }
    return nil
  }

  private func cause(_ report: Dated<SideEffect>) -> SafetySignal.Cause {
    SafetySignal.Cause(
      entry: report.entry, day: report.day,
      words: "\(report.content.name), \(report.content.severity.rawValue)")
  }

  /// A symptom that is new or worse, soon after a change of dose.
  private func afterStep(_ rule: SignalTrigger.AfterStep) -> EntrySignals.Match? {
    guard let symptom = rule.symptom(name),
      rule.severities.isEmpty || rule.severities.contains(effect.severity.rawValue)
    else { return nil }
    let earlier = history.latestEffects(upTo: entry.occurred.start, without: entry.id)
    let same = earlier.filter { rule.symptom($0.key) == symptom }.values
    guard !same.contains(where: isAsBad), let step = step(rule) else { return nil }
    let since = earlier.values.filter {
      $0.content.status == .present && $0.instant >= step.instant
    }
    let reported = since.compactMap { rule.symptom(hyphenated($0.content.name.text)) }
    guard rule.count.contains(Set(reported + [symptom]).count) else { return nil }
    let others = since.filter { rule.symptom(hyphenated($0.content.name.text)) != nil }
      .sorted { ($0.instant, $0.entry) < ($1.instant, $1.entry) }
    return EntrySignals.Match(words: words, others: [step.cause] + others.map(cause))
  }

  /// Whether an earlier report says that the symptom was there already, and no milder.
  private func isAsBad(_ report: Dated<SideEffect>) -> Bool {
    report.content.status == .present && report.content.severity.rank >= effect.severity.rank
  }

  /// A change of dose that counts.
  private struct Step {
    let instant: Instant
    let cause: SafetySignal.Cause
  }

  /// The latest change of dose that counts and is recent enough.
  private func step(_ rule: SignalTrigger.AfterStep) -> Step? {
    let steps = history.doses.compactMap { timeline -> Step? in
      let medicine = medicines.medicine(named: timeline.substance.text)?.id
      let days = medicine.flatMap { rule.exceptions[$0] } ?? rule.withinDays
      return latestStep(in: timeline, rule.step, withinDays: days)
    }
    return steps.max { ($0.instant, $0.cause.entry) < ($1.instant, $1.cause.entry) }
  }

  private func latestStep(
    in timeline: DoseTimeline, _ kind: SignalTrigger.AfterStep.Step, withinDays days: Int
  ) -> Step? {
    for (index, step) in timeline.steps.enumerated().reversed()
    where step.instant <= entry.occurred.start {
      let distance = entry.day.days(since: step.day)
      guard (0...days).contains(distance) else { return nil }
      let before = index > 0 ? timeline.steps[index - 1].content : nil
      guard step.content.counts(as: kind, after: before) else { continue }
      return Step(
        instant: step.instant,
        cause: SafetySignal.Cause(
          entry: step.entry, day: step.day,
          words: "\(timeline.substance): \(step.content.dosePerDay.words) a day"
            + (step.content.before(before).map { ", before \($0.words)" } ?? "")))
    }
    return nil
  }
}

extension SignalTrigger.AfterStep {
  /// The symptom that a word means; nil when it is none of the rule's.
  fileprivate func symptom(_ word: String) -> String? {
    symptoms.contains(word) ? word : otherWords[word]
  }
}

extension SideEffect.Severity {
  /// The place in the order of severity, 0 for the mildest.
  fileprivate var rank: Int {
    switch self {
    case .mild: 0
    case .moderate: 1
    case .severe: 2
    }
  }
}

extension DoseStep {
  /// The dose before the step in the same unit, as far as it is recorded.
  fileprivate func before(_ last: DoseStep?) -> Quantity? {
    if let previousPerDay { return previousPerDay }
    guard let last, last.dosePerDay.unit == dosePerDay.unit else { return nil }
    return last.dosePerDay
  }

  /// Whether the step is of a kind; a stop is a decrease even where the dose before is not recorded.
  fileprivate func counts(as kind: SignalTrigger.AfterStep.Step, after last: DoseStep?) -> Bool {
    guard let before = before(last) else { return kind == .any || dosePerDay.value == 0 }
    return switch kind {
    case .any: dosePerDay.value != before.value
    case .decrease: dosePerDay.value < before.value
    }
  }
}

extension Quantity {
  /// The amount and its unit, whole amounts without a decimal point.
  fileprivate var words: String { "\(value.words) \(unit.rawValue)" }
}
