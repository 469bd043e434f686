import Knowledge
import PatientRecord
import Time

/// The signals that one entry raises, given what came before it.
struct EntrySignals {
  /// What a rule found in the entry.
  struct Match {
    var finding = SafetySignal.Finding.seen
    var words: String
    var others: [SafetySignal.Cause] = []
    var openQuestions: [SignalHistory.Question] = []
  }

  let entry: Entry
  let history: SignalHistory
  let knowledge: Knowledge

  init(_ entry: Entry, history: SignalHistory, knowledge: Knowledge) {
    self.entry = entry
    self.history = history
    self.knowledge = knowledge
  }

  /// The signals, in the order of the rules.
  func signals() -> [SafetySignal] {
    switch entry.fact {
    case .response(let response):
      guard let instrument = knowledge.instruments[response.instrument] else { return [] }
      let form = FormSignals(entry: entry, instrument: instrument, content: response.content)
      return signals { form.match($0, history: history) }
    case .sideEffect(let effect):
      let symptom = SymptomSignals(
        entry: entry, effect: effect, history: history, medicines: knowledge.medicines)
      return signals { symptom.match($0) }
    case .lifeEvent(let event): return signals { match($0, event) }
    default: return []
    }
  }

  /// An event of life is over once it is told, but it is told of as it was.
  private func match(_ trigger: SignalTrigger, _ event: LifeEvent) -> Match? {
    guard case .words(let list) = trigger,
      list.occur(in: hyphenated(event.title.text), isOver: false)
    else { return nil }
    return Match(words: event.title.text)
  }

  private func signals(_ match: (SignalTrigger) -> Match?) -> [SafetySignal] {
    knowledge.safety.rules.compactMap { rule in
      match(rule.trigger).map { signal(rule, $0) }
    }
  }

  private func signal(_ rule: SignalRule, _ match: Match) -> SafetySignal {
    SafetySignal(
      id: EntryID(following: entry.id, as: rule.id.rawValue), rule: rule.id, title: rule.title,
      look: rule.look, kind: Signal.Kind(rule.topic), urgency: Signal.Urgency(rule.urgency),
      finding: match.finding, readers: rule.readers, deadline: rule.deadline,
      evidence: rule.evidence, instant: entry.occurred.start, day: entry.day,
      causes: [SafetySignal.Cause(entry: entry.id, day: entry.day, words: match.words)]
        + match.others, openQuestions: match.openQuestions)
  }
}

extension Signal.Kind {
  /// What a rule's topic is called in a record.
  init(_ topic: SignalRule.Topic) {
    switch topic {
    case .safety: self = .safety
    case .deterioration: self = .deterioration
    case .mania: self = .mania
    case .cognition: self = .cognition
    case .sideEffect: self = .sideEffect
    }
  }
}

extension Signal.Urgency {
  /// What a rule's urgency is called in a record.
  init(_ urgency: SignalRule.Urgency) {
    switch urgency {
    case .now: self = .now
    case .soon: self = .soon
    case .routine: self = .routine
    }
  }
}
