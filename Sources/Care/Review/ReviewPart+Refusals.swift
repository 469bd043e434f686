extension ReviewPart {
  /// Why questions of the part have no answer yet, one reason per question.
  public var refusals: [NotYet] {
    switch self {
    case .trajectory(let part): [part.course.missing].compactMap(\.self)
    case .changePoints(let part): [part.result.missing].compactMap(\.self)
    case .monitoring(let part): [part.result.missing].compactMap(\.self)
    case .forecastCheck(let part): part.scores.compactMap(\.missing)
    case .status(let part): part.verdicts.compactMap(\.probability.missing)
    case .patterns(let part): [part.result.missing].compactMap(\.self)
    case .effects(let part): part.effects.compactMap(\.analysis.missing)
    case .memoryLink(let part): [part.result.missing].compactMap(\.self)
    case .earlyWarning(let part): [part.result.missing].compactMap(\.self)
    case .record, .safety, .scores, .overview, .timeline, .gaps: []
    case .windows: []
    case .due: []
    case .signals, .safetyPlan: []
    case .rules, .staging: []
    }
  }

  /// How many questions the part asks that may have no answer.
  public var questionCount: Int {
    switch self {
    case .trajectory, .changePoints, .monitoring, .patterns, .memoryLink, .earlyWarning: 1
    case .effects(let part): part.effects.count
    case .forecastCheck(let part): part.scores.count
    case .status(let part): part.verdicts.count
    case .record, .safety, .scores, .overview, .timeline, .gaps: 0
    case .windows: 0
    case .due: 0
    case .signals, .safetyPlan: 0
    case .rules, .staging: 0
    }
  }
}

extension StatusPart {
  /// The verdicts that were asked for.
  public var verdicts: [Verdict] {
    [responded, partlyResponded, remitted, worsened, relapsed, plateaued].compactMap(\.self)
  }
}
