/// One part of a review, with those who may see it.
public enum ReviewPart: Sendable {
  /// What the record holds.
  case record(RecordPart)
  /// Answers about self-harm, raw.
  case safety(SafetyPart)
  /// A questionnaire's scores with severity and change.
  case scores(ScoresPart)
  /// Response, remission, relapse and plateau as rule and probability.
  case status(StatusPart)
  /// A rated item over time.
  case trajectory(TrajectoryPart)
  /// Every rated item in figures.
  case overview(OverviewPart)
  /// Where the level of something changed.
  case changePoints(ChangePointsPart)
  /// Whether a stable period has been left.
  case monitoring(MonitoringPart)
  /// What goes along with an item from day to day.
  case patterns(PatternsPart)
  /// What changes of treatment did to an item.
  case effects(EffectsPart)
  /// Whether practice reaches an item by way of memory.
  case memoryLink(MemoryLinkPart)
  /// Trends of autocorrelation and variance, for research.
  case earlyWarning(EarlyWarningPart)
  /// Phases and doses.
  case timeline(TimelinePart)
  /// How well the model foretold what it had not seen.
  case forecastCheck(ForecastCheckPart)
  /// What is missing, and why.
  case gaps(GapsPart)
  /// Windows that published time courses suggest.
  case windows(WindowsPart)
  /// What is due and what comes.
  case due(DuePart)
  /// What somebody of the team must look at.
  case signals(SignalsPart)
  /// The person's own plan for a crisis.
  case safetyPlan(SafetyPlanPart)
  /// What the rules of care say.
  case rules(RulesPart)
  /// Treatment resistance as staging counts it.
  case staging(StagingPart)

  /// Those who may see the part.
  ///
  /// A part that names a dose, a taper, a rule's verdict or a probability of getting worse is not for
  /// patients, however it is worded.
  public var audiences: Set<Audience> {
    switch self {
    case .record, .safety, .scores, .trajectory, .patterns, .overview, .gaps:
      [.patient, .clinician, .researcher]
    case .status, .changePoints, .monitoring, .effects, .timeline: [.clinician, .researcher]
    case .forecastCheck, .memoryLink, .earlyWarning: [.researcher]
    case .windows: [.clinician, .researcher]
    case .due(let part): part.audiences
    case .signals: [.clinician, .researcher]
    // Names and numbers of other people: for the person and the team alone.
    case .safetyPlan: [.patient, .clinician]
    case .rules, .staging: [.clinician, .researcher]
    }
  }
}
