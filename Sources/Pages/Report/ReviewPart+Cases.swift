import Care

extension ReviewPart {
  var record: RecordPart? {
    guard case .record(let part) = self else { return nil }
    return part
  }
  var safety: SafetyPart? {
    guard case .safety(let part) = self else { return nil }
    return part
  }
  var scores: ScoresPart? {
    guard case .scores(let part) = self else { return nil }
    return part
  }
  var status: StatusPart? {
    guard case .status(let part) = self else { return nil }
    return part
  }
  var trajectory: TrajectoryPart? {
    guard case .trajectory(let part) = self else { return nil }
    return part
  }
  var changePoints: ChangePointsPart? {
    guard case .changePoints(let part) = self else { return nil }
    return part
  }
  var monitoring: MonitoringPart? {
    guard case .monitoring(let part) = self else { return nil }
    return part
  }
  var timeline: TimelinePart? {
    guard case .timeline(let part) = self else { return nil }
    return part
  }
  var gaps: GapsPart? {
    guard case .gaps(let part) = self else { return nil }
    return part
  }
  var patterns: PatternsPart? {
    guard case .patterns(let part) = self else { return nil }
    return part
  }
  var signals: SignalsPart? {
    guard case .signals(let part) = self else { return nil }
    return part
  }
  var effects: EffectsPart? {
    guard case .effects(let part) = self else { return nil }
    return part
  }
  var rules: RulesPart? {
    guard case .rules(let part) = self else { return nil }
    return part
  }
}
