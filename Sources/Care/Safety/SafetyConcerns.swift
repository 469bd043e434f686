import Knowledge
import PatientRecord
import Time

/// What in a record calls for help first, whichever way it came in.
struct SafetyConcerns {
  /// What one form or report says.
  private struct Report {
    let concern: SafetyPart.Concern
    let isSeen: Bool
    let isUnknown: Bool
  }

  private var reports: [[String]: [Report]] = [:]

  init(_ chart: Chart, using knowledge: Knowledge) {
    for entry in chart.entries {
      guard let (source, isOwn) = entry.account(in: knowledge) else { continue }
      let found = SafetySignals.derive(from: entry, using: knowledge).filter { $0.kind == .safety }
      let words = found.filter { $0.finding == .seen }.compactMap { $0.causes.first?.words }
      let report = Report(
        concern: SafetyPart.Concern(
          source: source, day: entry.day, words: words.joined(separator: "; "), isOwn: isOwn,
          since: .nothing),
        isSeen: !words.isEmpty, isUnknown: found.contains { $0.finding == .unknown })
      reports[source.key, default: []].append(report)
    }
  }

  /// The latest concern of each source, the oldest first.
  func all() -> [SafetyPart.Concern] {
    reports.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { latest(in: $0.value) }
      .sorted { $0.day < $1.day }
  }

  /// Another form of the same day takes nothing back, and neither does a skipped question.
  private func latest(in reports: [Report]) -> SafetyPart.Concern? {
    guard let index = reports.lastIndex(where: \.isSeen) else { return nil }
    var concern = reports[index].concern
    let later = reports[(index + 1)...].filter { $0.concern.day > concern.day }
    if later.contains(where: { !$0.isUnknown }) {
      concern.since = .otherwise
    } else if !later.isEmpty {
      concern.since = .unknown
    }
    return concern
  }
}

extension SafetyPart.Concern.Source {
  fileprivate var key: [String] {
    switch self {
    case .form(let name): ["form", name]
    case .report(let name): ["report", hyphenated(name)]
    }
  }
}

extension Entry {
  /// Where what it says about safety comes from, and whether it is the person's own account; nil when it
  /// is no form, effect or event.
  fileprivate func account(
    in knowledge: Knowledge
  ) -> (source: SafetyPart.Concern.Source, isOwn: Bool)? {
    switch fact {
    case .response(let response):
      guard let instrument = knowledge.instruments[response.instrument] else { return nil }
      return (.form(instrument.abbreviation), response.rater == .selfReport)
    case .sideEffect(let effect): return (.report(effect.name.text), author == .patient)
    case .lifeEvent(let event): return (.report(event.title.text), author == .patient)
    default: return nil
    }
  }
}
