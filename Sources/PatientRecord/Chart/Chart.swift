public import Knowledge
public import Time

/// The record of one patient read into time-ordered series and timelines.
///
/// A chart is a pure function of the set of entries and the knowledge: neither the order of the
/// entries nor their repetition matters. These rules say which entries count:
///
/// - An entry that comes twice counts once. Copies that differ only in when they were recorded are
///   the same entry, and the earliest recording is kept. Other entries with the same identifier are
///   a conflict: the one whose canonical text comes first counts, and the problem is listed.
/// - Entries linked by supersession are versions of one fact, and at most one of them counts: the one that
///   no other supersedes. Of several such, as when two devices correct one entry, the latest
///   identifier counts. In a circle the latest identifier counts.
/// - A void takes its target out. Voiding the version that counts withdraws the fact; earlier
///   versions do not come back. Voiding an earlier version changes nothing else.
/// - A void that is itself superseded or voided has no effect, so voiding a void brings the first
///   entry back. Voids that withdraw each other in a circle have no effect.
/// - An entry that supersedes or voids one that is absent stands, and the problem is listed.
public struct Chart: Sendable {
  /// Whose chart it is.
  public let patient: PatientID
  /// The entries that count, by time, then by identifier.
  public let entries: [Entry]
  /// The entries that no longer count, by time, then by identifier.
  public let history: [HistoricEntry]
  /// What was rated in check-ins, by item and then by scale.
  public let checkIns: [CheckInSeries]
  /// The good moments told in check-ins, by time.
  public let goodMoments: [Dated<FreeText>]
  /// The questionnaires that have a score, by time.
  public let scores: [InstrumentID: [ScoredResponse]]
  /// The answers about safety, by time.
  public let safetyAnswers: [SafetyRecord]
  /// Nights, by time; each belongs to the day of waking.
  public let sleep: [Dated<Sleep>]
  /// Activities, by time.
  public let activities: [Dated<Activity>]
  /// Substances, by time.
  public let substances: [Dated<Substance>]
  /// Doses by medicine, in the order of their names.
  public let doses: [DoseTimeline]
  /// Doses taken or not, by time.
  public let intakes: [Dated<Intake>]
  /// Courses of treatment, by their beginning.
  public let courses: [DatedCourse]
  /// Phases of care or of a study, by their beginning.
  public let phases: [DatedCourse]
  /// Sessions of treatments, by time.
  public let sessions: [Dated<Session>]
  /// Vital signs and laboratory values, by time.
  public let measurements: [Dated<Measurement>]
  /// Unwanted effects, by time.
  public let sideEffects: [Dated<SideEffect>]
  /// Runs of tasks, by time.
  public let taskResults: [Dated<TaskResult>]
  /// Life events, by time.
  public let lifeEvents: [Dated<LifeEvent>]
  /// Signals with what people did about them, by time.
  public let signals: [ChartSignal]
  /// What the chart could not take as it stands, by entry.
  public let problems: [ChartProblem]
  /// The first and the last calendar day of the entries that count; nil when there are none.
  public let days: ClosedRange<Day>?

  /// The first calendar day of the entries that count.
  public var firstDay: Day? { days?.lowerBound }
  /// The last calendar day of the entries that count.
  public var lastDay: Day? { days?.upperBound }

  /// Keeps what a folding gathered.
  init(
    patient: PatientID, entries: [Entry], history: [HistoricEntry], folding: ChartFolding,
    problems: [ChartProblem]
  ) {
    self.patient = patient
    self.entries = entries
    self.history = history
    checkIns = folding.series
    goodMoments = folding.goodMoments
    scores = folding.scores
    safetyAnswers = folding.safetyAnswers
    sleep = folding.sleep
    activities = folding.activities
    substances = folding.substances
    doses = folding.doseTimelines
    intakes = folding.intakes
    courses = folding.courses.filter { $0.course.kind != .phase }
    phases = folding.courses.filter { $0.course.kind == .phase }
    sessions = folding.sessions
    measurements = folding.measurements
    sideEffects = folding.sideEffects
    taskResults = folding.taskResults
    lifeEvents = folding.lifeEvents
    signals = folding.chartSignals
    self.problems = problems
    days = folding.days
  }
}
