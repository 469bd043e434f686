import Knowledge
import PatientRecord
import Time

/// What rules about changes and combinations look back on; empty for an entry by itself.
struct SignalHistory {
  /// A question whose answer may be unknown; without an item, the form as a whole.
  struct Question: Hashable {
    let instrument: InstrumentID
    let item: ItemID?
  }

  /// The forms with a total, by time.
  private(set) var scores: [InstrumentID: [ScoredResponse]] = [:]
  /// The unwanted effects, by time.
  private(set) var effects: [Dated<SideEffect>] = []
  /// The doses by medicine.
  private(set) var doses: [DoseTimeline] = []
  /// The known answers, by time.
  private(set) var answers: [Question: [(instant: Instant, day: Day)]] = [:]

  /// An empty history.
  init() {}

  init(of chart: Chart, using knowledge: Knowledge) {
    scores = chart.scores.mapValues { $0.filter { $0.value != nil } }
    effects = chart.sideEffects
    doses = chart.doses
    for entry in chart.entries {
      guard case .response(let response) = entry.fact,
        case .answers(let given) = response.content
      else { continue }
      let moment = (instant: entry.occurred.start, day: entry.day)
      for item in given.keys {
        answers[Question(instrument: response.instrument, item: item), default: []].append(moment)
      }
      if knowledge.instruments[response.instrument]?.isCompleteTriage(given) == true {
        answers[Question(instrument: response.instrument, item: nil), default: []].append(moment)
      }
    }
  }

  /// The day on which the last of some questions was answered after a moment.
  ///
  /// - Parameters:
  ///   - questions: the questions that had no answer.
  ///   - instant: the moment.
  /// - Returns: the day; nil while one of them has no later answer.
  func answered(_ questions: [Question], after instant: Instant) -> Day? {
    var last: Day?
    for question in questions {
      guard let first = answers[question]?.first(where: { $0.instant > instant }) else {
        return nil
      }
      last = max(last ?? first.day, first.day)
    }
    return last
  }

  /// The latest report of each symptom up to a moment, the entry itself left out.
  func latestEffects(
    upTo instant: Instant, without entry: EntryID
  ) -> [String: Dated<SideEffect>] {
    var latest: [String: Dated<SideEffect>] = [:]
    for effect in effects where effect.instant <= instant && effect.entry != entry {
      latest[hyphenated(effect.content.name.text)] = effect
    }
    return latest
  }
}

extension Instrument {
  /// Whether answers to a table of decisions leave nothing open.
  fileprivate func isCompleteTriage(_ answers: [ItemID: Int]) -> Bool {
    guard case .triage(let table) = scoring?.rule, case .level = table.result(of: answers) else {
      return false
    }
    return true
  }
}

extension Entry {
  /// The calendar day on which the fact was true or began, where it was lived.
  var day: Day { occurred.zone.day(at: occurred.start) }
}
