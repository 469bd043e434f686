import Knowledge
import PatientRecord
import Time

/// What a record shows to have been done, by questionnaire, by name and by kind of session.
struct RecordIndex {
  private var instruments: [InstrumentID: [DueItem.Done]] = [:]
  private var words: [String: [DueItem.Done]] = [:]
  private var sessions: [String: [DueItem.Done]] = [:]
  private var keys: [Name: String] = [:]
  /// The answers to statements: the day, and whether it is so.
  private(set) var answers: [String: [(day: Day, isSo: Bool)]] = [:]

  /// Reads a chart up to a day.
  init(_ chart: Chart, upTo today: Day) {
    for (id, scores) in chart.scores {
      instruments[id] = scores.filter { $0.day <= today }.map {
        .init(day: $0.day, entry: $0.entry)
      }
    }
    for measurement in chart.measurements where measurement.day <= today {
      add([measurement.content.name] + measurement.content.values.map(\.name), measurement)
    }
    for effect in chart.sideEffects where effect.day <= today { add([effect.content.name], effect) }
    for session in chart.sessions where session.day <= today {
      guard session.content.outcome != .missed else { continue }
      let done = DueItem.Done(day: session.day, entry: session.entry)
      sessions[session.content.kind.rawValue, default: []].append(done)
      add(
        session.content.parameters.map(\.name) + session.content.observations.map(\.measure.name),
        session)
    }
    for entry in chart.entries { add(entry, upTo: today) }
  }

  private mutating func add(_ entry: Entry, upTo today: Day) {
    switch entry.fact {
    case .decision(let decision):
      let day = entry.occurred.zone.day(at: entry.occurred.start)
      guard day <= today, decision.outcome != .deferred else { return }
      let word = key(decision.about)
      answers[word, default: []].append((day, decision.outcome == .accepted))
      if decision.outcome == .accepted {
        words[word, default: []].append(.init(day: day, entry: entry.id))
      }
    case .diagnosis(let diagnosis):
      let day = entry.occurred.zone.day(at: entry.occurred.start)
      guard day <= today else { return }
      switch diagnosis.status {
      case .confirmed: answers[key(diagnosis.name), default: []].append((day, true))
      case .refuted: answers[key(diagnosis.name), default: []].append((day, false))
      default: break
      }
    default: break
    }
  }

  private mutating func add<Content>(_ names: [Name], _ dated: Dated<Content>) {
    for name in names {
      words[key(name), default: []].append(.init(day: dated.day, entry: dated.entry))
    }
  }

  /// The name as calendars write it, worked out once for each name.
  private mutating func key(_ name: Name) -> String {
    if let known = keys[name] { return known }
    let key = hyphenated(name.text)
    keys[name] = key
    return key
  }

  /// Everything that shows something, by time.
  func done(_ evidence: CalendarEvidence) -> [DueItem.Done] {
    let lists =
      evidence.instruments.compactMap { instruments[$0] }
      + evidence.words.sorted().compactMap { words[$0] }
      + evidence.sessionKinds.sorted().compactMap { sessions[$0] }
    guard lists.count > 1 else { return lists.first ?? [] }
    return lists.flatMap(\.self).sorted { ($0.day, $0.entry) < ($1.day, $1.entry) }
  }

  /// What the record says to a statement: its latest answer since a day, else unknown.
  func truth(of statement: CalendarTerms.Statement, since day: Day) -> Truth {
    let given = statement.words.sorted().flatMap { answers[$0] ?? [] }
      .filter { !statement.endsWithChange || $0.day >= day }
    guard let last = given.map(\.day).max() else { return .unknown }
    let latest = given.filter { $0.day == last }.map(\.isSo)
    // Two answers of one day that differ settle nothing.
    return Set(latest).count == 1 ? Truth(latest[0]) : .unknown
  }
}
