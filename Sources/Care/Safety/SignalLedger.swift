import Knowledge
import PatientRecord
import Time

/// Joins derived signals with what people recorded: signals, and what they did about them.
struct SignalLedger {
  private let knowledge: Knowledge
  private var recorded: [SafetySignal] = []
  private var responses: [EntryID: [SafetySignal.Response]] = [:]

  init(of chart: Chart, using knowledge: Knowledge) {
    self.knowledge = knowledge
    for entry in chart.entries {
      switch entry.fact {
      case .signal(let signal): recorded.append(self.signal(signal, of: entry))
      case .acknowledgement(let action) where entry.author.isStaff:
        responses[action.signal, default: []].append(
          SafetySignal.Response(
            entry: entry.id, day: entry.day, action: action.action, note: action.note?.text))
      default: continue
      }
    }
    for past in chart.history {
      guard case .signal(let signal) = past.entry.fact else { continue }
      recorded.append(self.signal(signal, of: past.entry).standing(past.state))
    }
  }

  private func signal(_ fact: Signal, of entry: Entry) -> SafetySignal {
    let rule = fact.rule.flatMap { knowledge.safety.rule(SignalRuleID(rawValue: $0.text)) }
    let own = SafetySignal.Cause(entry: entry.id, day: entry.day, words: fact.summary.text)
    return SafetySignal(
      id: entry.id, rule: fact.rule.map { SignalRuleID(rawValue: $0.text) },
      title: fact.summary.text, look: rule?.look, kind: fact.kind, urgency: fact.urgency,
      finding: .seen, readers: rule?.readers ?? [], deadline: rule?.deadline ?? .ownProtocol,
      evidence: rule?.evidence, instant: entry.occurred.start, day: entry.day,
      causes: [own]
        + fact.causes.map { SafetySignal.Cause(entry: $0, day: entry.day, words: "named as cause") },
      openQuestions: [])
  }

  /// Every signal once, with what people did about it and how it stands.
  func joining(_ derived: [SafetySignal], history: SignalHistory) -> [SafetySignal] {
    var names: [EntryID: [EntryID]] = [:]
    var rest: [SafetySignal] = []
    for signal in recorded {
      if let same = derived.first(where: { isSame(signal, $0) }) {
        names[same.id, default: []].append(signal.id)
      } else {
        rest.append(signal)
      }
    }
    return (derived + rest).map { signal in
      settled(signal, under: Set([signal.id] + (names[signal.id] ?? [])), history)
    }
  }

  private func isSame(_ recorded: SafetySignal, _ derived: SafetySignal) -> Bool {
    guard let raising = derived.causes.first?.entry else { return false }
    return recorded.id == derived.id
      || recorded.rule == derived.rule && recorded.causes.contains { $0.entry == raising }
  }

  private func settled(
    _ signal: SafetySignal, under names: Set<EntryID>, _ history: SignalHistory
  ) -> SafetySignal {
    var signal = signal
    signal.responses = names.flatMap { responses[$0] ?? [] }
      .sorted { ($0.day, $0.entry) < ($1.day, $1.entry) }
    guard signal.isOpen else { return signal }
    if let closing = signal.responses.last(where: { $0.action == .closed }) {
      signal.standing = .closed(on: closing.day)
    } else if let day = history.answered(signal.openQuestions, after: signal.instant) {
      signal.standing = .answeredLater(on: day)
    }
    return signal
  }
}

extension Author {
  /// Whether a named member of the care team made the entry. A file does not show who stood behind it,
  /// so what it says is done closes nothing.
  fileprivate var isStaff: Bool {
    switch self {
    case .staff: true
    case .patient, .device, .imported: false
    }
  }
}
