public import Knowledge
public import PatientRecord

/// Derives signals from what a record holds, whatever way it came in.
///
/// Derivation is a pure function of entries and knowledge: a page, an interface, an import and a
/// late synchronisation of the same entries give the same signals with the same identifiers.
public enum SafetySignals {
  /// Derives what one entry raises by itself, so that help never waits for a history.
  ///
  /// - Parameters:
  ///   - entry: the entry.
  ///   - knowledge: the rules and the instruments.
  /// - Returns: its signals, all open, in a responder's order.
  public static func derive(from entry: Entry, using knowledge: Knowledge) -> [SafetySignal] {
    EntrySignals(entry, history: SignalHistory(), knowledge: knowledge).signals()
      .sorted(by: SafetySignal.comesFirst)
  }

  /// Derives all signals of a record, and joins them with those that were recorded.
  ///
  /// - A signal that was recorded under the identifier of a derived one, or names its rule and its
  ///   entry, is the same signal.
  /// - Only an acknowledgement by a member of the care team that closes it closes a signal, never one by
  ///   the person, a device or a file. A new answer is a new signal.
  /// - A signal whose entry was corrected or withdrawn stays in the list and says so.
  /// - An unanswered question is settled by a later answer to the same question.
  ///
  /// - Parameters:
  ///   - chart: the record.
  ///   - knowledge: the rules and the instruments.
  /// - Returns: every signal once, in a responder's order: open ones first, within them the more
  ///   urgent, within those the oldest.
  public static func derive(from chart: Chart, using knowledge: Knowledge) -> [SafetySignal] {
    let history = SignalHistory(of: chart, using: knowledge)
    var derived: [SafetySignal] = []
    for entry in chart.entries {
      derived += EntrySignals(entry, history: history, knowledge: knowledge).signals()
    }
    for past in chart.history {
      let alone = EntrySignals(past.entry, history: SignalHistory(), knowledge: knowledge)
      derived += alone.signals().map { $0.standing(past.state) }
    }
    return SignalLedger(of: chart, using: knowledge).joining(derived, history: history)
      .sorted(by: SafetySignal.comesFirst)
  }
}

extension SafetySignal {
  /// The same signal of an entry that no longer counts.
  func standing(_ state: HistoricEntry.State) -> SafetySignal {
    var copy = self
    switch state {
    case .superseded(let id): copy.standing = .corrected(by: id)
    case .voided(let id, let reason): copy.standing = .withdrawn(by: id, reason: reason.text)
    }
    return copy
  }
}
