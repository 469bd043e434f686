import HTML
import Inference
import JSON
import Knowledge
import PatientRecord
import TestKit
import Time

@testable import Care
@testable import Pages

/// Parts of a review made by hand, so that every number in a report is one that a test wrote.
enum Fixture {
  /// What ships, loaded once.
  static let knowledge = Result { try Knowledge.bundled() }

  static let start = Day("2026-03-02") ?? Day(number: 20_514)

  static func day(_ offset: Int) -> Day { start.advanced(by: offset) }

  static func basis(_ offsets: some Sequence<Int>, _ method: String = "A method.") -> Basis {
    Basis(offsets.map(day), method: method)
  }

  static func estimate(_ mean: Double, _ half: Double) -> TrajectoryPart.Estimate {
    .init(
      mean: mean, inner: mean - half / 3...mean + half / 3, outer: mean - half...mean + half)
  }

  /// Days answered in fives and sixes by turns, every fourth day missed, and three days to come.
  static func trajectory(
    _ item: CheckInItemID = "mood", days: Int = 30, change: Double = 1.5
  ) throws -> TrajectoryPart {
    let answered = (0..<days).filter { $0 % 4 != 3 }
    let estimates = (0..<days + 3).map { offset in
      TrajectoryPart.DayEstimate(
        day: day(offset),
        observed: answered.contains(offset) ? Double(5 + offset % 2) : nil,
        level: estimate(5.5, 0.6), prediction: offset >= days ? estimate(5.5, 2) : nil,
        isForecast: offset >= days)
    }
    let course = TrajectoryPart.Course(
      days: estimates, recentChange: estimate(change, 0.5), outliers: [day(4)],
      hyperparameters: Hyperparameters(levelVariance: 0.01, noiseVariance: 0.25),
      logLikelihood: -12.5, isSparse: false)
    return TrajectoryPart(
      item: item, scale: try .tenPoints(),
      summary: SeriesSummary(answered.map { Double(5 + $0 % 2) }), course: .found(course),
      basis: basis(answered))
  }

  static func score(_ offset: Int, _ total: Double?, _ instrument: Instrument) -> ScoresPart.Score {
    .init(
      day: day(offset), total: total, isProrated: false, missingItems: total == nil ? 5 : 0,
      band: total.flatMap { instrument.band(forTotal: $0) })
  }

  static func scores(_ knowledge: Knowledge) throws -> ScoresPart {
    let instrument = try knowledge.instrument("phq9")
    let all = [score(0, 18, instrument), score(14, 15, instrument), score(28, 9, instrument)]
    return ScoresPart(
      instrument: instrument, scores: all, baseline: all.first,
      baselineReason: "the last score up to the first recorded treatment", latest: all.last,
      change: .init(points: -9, fractionalDrop: 0.5, isReliable: true, isImprovement: true),
      isInRemission: false, basis: basis([0, 14, 28]))
  }

  static func safety(_ answers: [Int?], _ knowledge: Knowledge) throws -> SafetyPart {
    let forms = try answers.enumerated().map { index, value in
      let content = Response.Content.answers(
        ["q1": 0].merging(value.map { ["q9": $0] } ?? [:]) { $1 })
      return Entry.sample(
        .response(try Response(instrument: "phq9", content: content)), index + 1,
        at: Instant.sample.advanced(byDays: Double(14 * index)))
    }
    return try safety(forms, knowledge)
  }

  /// The part as a review of these entries has it, with the help lines of one country.
  static func safety(_ entries: [Entry], _ knowledge: Knowledge) throws -> SafetyPart {
    let chart = Chart(entries: entries, patient: .sample, knowledge: knowledge)
    let site = try knowledge.adjusted(by: SiteSettings(country: "IE"))
    let builder = ReviewBuilder(
      chart: chart, today: day(29), knowledge: site, settings: ReviewSettings())
    return builder.safetyPart()
      ?? SafetyPart(
        items: [], concerns: [], contacts: site.helpContacts(forCountry: nil),
        latestIsPositive: false)
  }

  static func verdict(_ rule: Bool?, _ share: Double, _ words: String) -> StatusPart.Verdict {
    .init(rule: rule, probability: .found(share), definition: words)
  }

  static func status(_ knowledge: Knowledge) throws -> StatusPart {
    StatusPart(
      instrument: try knowledge.instrument("phq9"), baselineDay: day(0), latestDay: day(28),
      response: .response, responded: verdict(true, 0.42, "A fall of at least 50 %."),
      partlyResponded: verdict(true, 0.93, "A fall of at least 25 %."),
      remitted: verdict(false, 0.004, "A score below 5."), remittedByItems: .found(0.62),
      worsened: verdict(false, 0.001, "Worse by the reliable change."),
      relapsed: verdict(nil, 0.2, "Relapse after a remission."), plateaued: nil,
      basis: basis([0, 14, 28]))
  }

  static var timeline: TimelinePart {
    TimelinePart(
      phases: [.init(name: "Secret taper phase", first: day(0), last: day(20))],
      courses: [.init(name: "Examplomine", first: day(0), last: nil)],
      doses: [
        .init(
          substance: "Examplomine", unit: "mg",
          steps: [.init(day: day(0), perDay: 137.5), .init(day: day(14), perDay: 62.5)])
      ], sessions: 3)
  }

  static var changePoints: ChangePointsPart {
    ChangePointsPart(
      name: "mood",
      result: .found(
        .init(
          changes: [
            .init(
              lastBefore: day(9), firstAfter: day(10), plausible: day(6)...day(14), before: 4.25,
              after: 6.75)
          ], bic: [101.5, 88.25], supremumF: 33)), basis: basis(0..<30))
  }

  static func monitoring() throws -> MonitoringPart {
    let chart = try Inference.ControlChart(
      mean: 0, standardDeviation: 1, statistic: .ewma(lambda: 0.1, limit: 2.5))
    let run = MonitoringPart.ChartRun(
      chart: chart, points: (20..<30).map { (day($0), Double($0 - 20) / 5, 1.5) },
      firstAlarm: day(28), isBeyondNow: true)
    return MonitoringPart(
      item: "mood", scale: try .tenPoints(),
      result: .found(
        .init(
          ewma: run, cusum: run, baseline: day(0)...day(19), baselineCount: 15,
          budget: .init(alarms: 1, days: 182), doseChangesInBaseline: 1)), basis: basis(0..<30))
  }

  static func overview(_ item: CheckInItemID = "mood") throws -> OverviewPart {
    let summary = SeriesSummary([4, 6, 8])
    return OverviewPart(rows: [
      .init(
        item: item, scale: try .tenPoints(), all: summary, first: summary,
        last: SeriesSummary([7]), basis: basis(0..<3))
    ])
  }

  static var record: RecordPart {
    RecordPart(
      entries: 1476, withdrawn: 2, days: day(0)...day(29),
      kinds: [("checkIn", 1400), ("response", 70), ("doseStep", 5), ("course", 1)])
  }

  static var gaps: GapsPart {
    GapsPart(
      emptyDays: 7, spanDays: 30, lastDay: day(29),
      gaps: [.init(subject: "relapse", sentence: "No probability of relapse at 20 mg yet.")],
      problems: ["line 3: a dose of 137.5 mg"])
  }

  static func hostileTimeline(_ text: String) -> TimelinePart {
    TimelinePart(
      phases: [.init(name: text, first: day(0), last: nil)],
      courses: [.init(name: text, first: day(0), last: nil)],
      doses: [.init(substance: text, unit: "mg", steps: [.init(day: day(1), perDay: 1)])],
      sessions: 0)
  }

  static func hostileGaps(_ text: String) -> GapsPart {
    GapsPart(
      emptyDays: 1, spanDays: 2, lastDay: day(1), gaps: [.init(subject: text, sentence: text)],
      problems: [text])
  }

  static var missing: NotYet { NotYet("Not enough.", observed: 5, needed: 14) }

  /// Every kind of part, with everything in it that a patient must not see.
  static func everything(_ knowledge: Knowledge) throws -> [ReviewPart] {
    [
      .safety(try safety([0, nil, 1], knowledge)), .record(record),
      .scores(try scores(knowledge)), .status(try status(knowledge)),
      .trajectory(try trajectory()),
      .patterns(try PatternFixture.part([PatternFixture.candidate(), PatternFixture.unseen])),
      .effects(try EffectFixture.clear()), .memoryLink(try ResearchFixture.memory()),
      .earlyWarning(ResearchFixture.warning), .monitoring(try monitoring()),
      .changePoints(changePoints),
      .overview(try overview()), .timeline(timeline),
      .forecastCheck(ForecastCheckPart(item: "mood", scores: [.notYet(missing)])), .gaps(gaps),
      .windows(try WindowFixture.shared.get()),
      .signals(try SignalPartFixture.signals(knowledge)), .safetyPlan(SignalPartFixture.plan()),
    ] + (try GuidanceFixture.made.get())
  }

  /// Every part that can be without an answer, without one.
  static func nothing() throws -> [ReviewPart] {
    let none = basis([Int]())
    let scale = try RatingScale.tenPoints()
    return [
      .record(RecordPart(entries: 0, withdrawn: 0, days: nil, kinds: [])),
      .trajectory(
        TrajectoryPart(
          item: "mood", scale: scale, summary: SeriesSummary([]), course: .notYet(missing),
          basis: none)),
      .monitoring(
        MonitoringPart(item: "mood", scale: scale, result: .notYet(missing), basis: none)),
      .changePoints(ChangePointsPart(name: "mood", result: .notYet(missing), basis: none)),
      .patterns(try PatternFixture.early()), .effects(try EffectFixture.refused()),
      .memoryLink(
        MemoryLinkPart(
          item: "mood", task: "recall", figure: "detail", result: .notYet(missing), basis: none)),
      .earlyWarning(
        EarlyWarningPart(items: ["mood"], origin: start, result: .notYet(missing), basis: none)),
      .overview(OverviewPart(rows: [])),
      .forecastCheck(ForecastCheckPart(item: "mood", scores: [.notYet(missing)])),
      .gaps(GapsPart(emptyDays: 0, spanDays: 0, lastDay: nil, gaps: [], problems: [])),
    ]
  }

  static func material(
    _ parts: [ReviewPart], for audience: Audience, _ knowledge: Knowledge,
    patient: PatientID = "person-1"
  ) -> Material {
    Material(
      audience: audience, patient: patient,
      moment: Instant("2026-03-31T18:00:00Z") ?? .sample, today: day(29), digest: "0123abcd",
      pipeline: "1", parts: parts, knowledge: knowledge)
  }

  static func html(_ parts: [ReviewPart], for audience: Audience) throws -> String {
    ReportModel(material(parts, for: audience, try knowledge.get())).page().text
  }

  /// The report as it is read on the site.
  static func site(_ parts: [ReviewPart], for audience: Audience) throws -> String {
    ReportModel(material(parts, for: audience, try knowledge.get()))
      .page(in: .site(title: "Overview – Anamnesis", SitePages.inside)).text
  }

  static func text(_ parts: [ReviewPart], for audience: Audience) throws -> String {
    ReportModel(material(parts, for: audience, try knowledge.get())).text
  }

  static func json(_ parts: [ReviewPart], for audience: Audience) throws -> JSONValue {
    MachineReport(material(parts, for: audience, try knowledge.get())).json
  }
}
