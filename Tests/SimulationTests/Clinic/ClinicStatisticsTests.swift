import Knowledge
import PatientRecord
import Simulation
import Testing
import Time

/// The statistics of an invented clinic beside published ones. Each row has a control that makes it
/// fail: the same records, spoilt in one way.
@Suite struct ClinicStatisticsTests {
  /// A figure, where it may lie, and where that comes from.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let range: ClosedRange<Double>
    let source: String
    /// What spoils it.
    let spoiling: Spoiling
    let value: @Sendable (ClinicFigures) -> Double

    var testDescription: String { "\(name): \(range) (\(source))" }

    func holds(for figures: ClinicFigures) -> Bool { range.contains(value(figures)) }
  }

  /// Ways to spoil records.
  enum Spoiling: Sendable {
    /// Every other check-in and questionnaire is lost, whole weeks at a time.
    case loses
    /// All ratings of mood and all answers are the same.
    case flattens
    /// Check-ins of weekdays are lost, those of weekends stay.
    case turnsWeeks
    /// Missed visits count as kept and nobody leaves before the end.
    case keepsAll
    /// Answers to questionnaires are doubled.
    case doubles
  }

  private static let practice =
    "Psychiatric Services 2011;62:929, 960 people"
  private static let remote = "RADAR-MDD, doi:10.1186/s12888-022-03753-1, 623 people"

  static let rows: [Row] = [
    Row(
      name: "first total, mean", range: 15.4...17.4, source: practice + ": 16.4", spoiling: .doubles
    ) {
      $0.baselineMean
    },
    Row(name: "first total, s.d.", range: 3.4...5.2, source: practice + ": 4.6", spoiling: .doubles)
    {
      $0.baselineSpread
    },
    Row(
      name: "below 10 at week 12", range: 0.31...0.51, source: practice + ": 41 %",
      spoiling: .flattens
    ) {
      $0.share(below: 10, atWeek: 12)
    },
    Row(
      name: "below 10 at week 24", range: 0.35...0.57, source: practice + ": 45 %",
      spoiling: .flattens
    ) {
      $0.share(below: 10, atWeek: 24)
    },
    Row(
      name: "below 5 at week 24", range: 0.14...0.40,
      source: practice + ": 18 %; STAR*D, first step: 37 %", spoiling: .flattens
    ) { $0.share(below: 5, atWeek: 24) },
    Row(
      name: "self-harm answered with more than half the days", range: 0.02...0.13,
      source: "up to 10 % of outpatients' forms, doi:10.1176/appi.ps.201200587",
      spoiling: .flattens
    ) { $0.selfHarm(atLeast: 2) },
    Row(
      name: "self-harm is the item least answered, by", range: 0.3...1.5,
      source: "item parameters of NHANES: threshold 2.22 against 1.60 of the next",
      spoiling: .flattens
    ) { figures in
      ((1...8).map { figures.firstAnswer($0) }.min() ?? 0) - figures.firstAnswer(9)
    },
    Row(
      name: "questionnaires filled in", range: 0.68...0.88, source: remote + ": 80 %",
      spoiling: .loses
    ) {
      $0.formsFilled
    },
    Row(
      name: "left before week 12", range: 0.14...0.28, source: "STAR*D, first step: 21 %",
      spoiling: .keepsAll
    ) { $0.leftBeforeWeek12.value },
    Row(
      name: "check-ins answered in the first month", range: 0.78...0.90,
      source: "78 % of ten a day, PMID 30394762; fewer a day, more answered",
      spoiling: .loses
    ) { $0.days[0]?.value ?? .nan },
    Row(
      name: "check-ins answered fall over five months, by", range: 0.06...0.25,
      source: "compliance declines with days in study, PMID 30394762",
      spoiling: .flattens
    ) { ($0.days[0]?.value ?? .nan) - ($0.days[5]?.value ?? .nan) },
    Row(
      name: "answered after an answered day more than after a missed one, by", range: 0.15...0.55,
      source: "missed prompts come together, Psychiatry Research 2020;286:112896",
      spoiling: .flattens
    ) { $0.afterAnswered.value - $0.afterMissed.value },
    Row(
      name: "answered on weekdays more than at weekends, by", range: 0.01...0.10,
      source: "a weekly rhythm of diaries, PMC4945494; its size is assumed",
      spoiling: .turnsWeeks
    ) { $0.answered(on: [0, 1, 2, 3, 4]) - $0.answered(on: [5, 6]) },
    Row(
      name: "mood at weekends higher than from Monday to Thursday, by", range: 0.1...0.6,
      source: "Journal of Positive Psychology 2012;7(4), 340,000 people: better from Friday on",
      spoiling: .flattens
    ) { $0.mood(on: [5, 6]) - $0.mood(on: [0, 1, 2, 3]) },
    Row(
      name: "Saturday as good as Sunday", range: -0.15...0.15,
      source: "Journal of Positive Psychology 2012;7(4)", spoiling: .doubles
    ) { $0.mood(on: [5]) - $0.mood(on: [6]) },
    Row(
      name: "visits missed", range: 0.15...0.27,
      source: "about 20 %, Advances in Psychiatric Treatment 2007;13:423", spoiling: .keepsAll
    ) { $0.visits.value },
  ]

  private static let clinic = Result { () throws -> ([[Entry]], Clinic.Settings) in
    let first = try #require(Day("2026-01-05"))
    let settings = Clinic.Settings(firstDay: first, days: 230, seed: 11)
    let clinic = try Clinic(settings, knowledge: try .bundled())
    return (try (1...260).map { try clinic.person($0).entries }, settings)
  }

  @Test(arguments: rows)
  func `a figure of the clinic lies where it was published`(row: Row) throws {
    let (records, settings) = try Self.clinic.get()
    let figures = ClinicFigures(records, settings: settings)
    print("\(row.name): \(row.value(figures)), expected \(row.range); \(row.source)")
    #expect(row.holds(for: figures), "\(row.name): \(row.value(figures))")
  }

  @Test(arguments: rows.filter { $0.name != "Saturday as good as Sunday" })
  func `records that are spoilt are noticed`(row: Row) throws {
    let (records, settings) = try Self.clinic.get()
    let spoilt = ClinicFigures(
      try records.map { try row.spoiling.spoil($0, settings) }, settings: settings)
    #expect(!row.holds(for: spoilt), "\(row.name): \(row.value(spoilt))")
  }
}

extension ClinicStatisticsTests.Spoiling {
  func spoil(_ entries: [Entry], _ settings: Clinic.Settings) throws -> [Entry] {
    func day(_ entry: Entry) -> Int {
      entry.occurred.zone.day(at: entry.occurred.start).days(since: settings.firstDay)
    }
    switch self {
    case .loses: return entries.filter { day($0) / 7 % 2 == 0 || $0.author != .patient }
    case .turnsWeeks:
      return entries.filter {
        let weekday = settings.firstDay.advanced(by: day($0)).weekday
        return $0.fact.kind != .checkIn || weekday > 4 || weekday < 2
      }
    case .flattens: return try flattened(entries, settings, day)
    case .doubles: return try entries.map { try $0.answers { min(2 * $0, 3) } }
    case .keepsAll:
      let last = entries.filter { $0.fact.kind == .checkIn }.last
      return entries.map(\.kept) + [last?.moved(to: settings)].compactMap(\.self)
    }
  }

  /// One check-in a day at the same mood, and forms that all say the same.
  private func flattened(
    _ entries: [Entry], _ settings: Clinic.Settings, _ day: (Entry) -> Int
  ) throws -> [Entry] {
    guard let model = entries.first(where: { $0.fact.kind == .checkIn }),
      let start = entries.map(day).min(), let end = entries.map(day).max()
    else { return entries }
    let forms = try entries.filter { $0.fact.kind == .response }.map { try $0.answers { _ in 2 } }
    return forms
      + (start...end).map { number in
        let noon = Instant(
          milliseconds: (Int64(settings.firstDay.number + number) * 24 + 12) * 3_600_000)
        return Entry(
          id: model.id, patient: model.patient, author: .patient, occurred: .instant(noon, .utc),
          fact: model.fact)
      }
  }
}

extension Entry {
  /// The same with other answers, when it is a questionnaire.
  fileprivate func answers(_ change: (Int) -> Int) throws -> Entry {
    guard case .response(let response) = fact, case .answers(let given) = response.content else {
      return self
    }
    let changed = try Response(
      instrument: response.instrument, content: .answers(given.mapValues(change)))
    return Entry(
      id: id, patient: patient, author: author, occurred: occurred, fact: .response(changed))
  }

  /// The same, as kept when it is a missed visit.
  fileprivate var kept: Entry {
    guard case .session(let session) = fact, session.outcome == .missed else { return self }
    return Entry(
      id: id, patient: patient, author: author, occurred: occurred,
      fact: .session(Session(kind: session.kind, outcome: .completed)))
  }

  /// The same on the last day.
  fileprivate func moved(to settings: Clinic.Settings) -> Entry {
    let noon = Instant(
      milliseconds: (Int64(settings.firstDay.number + settings.days - 1) * 24 + 12) * 3_600_000)
    return Entry(
      id: id, patient: patient, author: author, occurred: .instant(noon, .utc), fact: fact)
  }
}
