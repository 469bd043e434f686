public import Knowledge
public import PatientRecord
public import Time

extension PriorAuthorisationPacket {
  /// Puts a packet together.
  ///
  /// - Parameters:
  ///   - chart: the record.
  ///   - today: the day of the request; what happened after it is left out by the caller.
  ///   - policy: the payer's policy.
  ///   - person: the trials, where a file of them tells more than the record; nil for the record's.
  ///   - statements: what somebody states of criteria that the record says nothing about: true or
  ///     false by the criterion's identifier. The record goes before a statement.
  ///   - knowledge: catalogue, instruments and the methods of staging.
  /// - Throws: ``StagingError/noDefinitions`` when there are no methods of staging.
  public init(
    chart: Chart, on today: Day, policy: PayerPolicy, trials person: StagingCase? = nil,
    statements: [String: Bool] = [:], knowledge: Knowledge
  ) throws(StagingError) {
    let judge = try TrialJudge(knowledge)
    let areTrialsListed = person != nil
    let person = person ?? StagingCase(chart: chart, asOf: today, knowledge: knowledge)
    let assessment = judge.assessment(of: person)
    let parts = PriorAuthorisationPacket.scores(of: chart, on: today, knowledge)
    let check = CriterionCheck(
      chart: chart, today: today, scores: parts, trials: person.trials,
      areTrialsListed: areTrialsListed, failures: assessment.resistance.failures,
      knowledge: knowledge)
    patient = chart.patient
    self.today = today
    self.policy = policy
    standing = policy.standing(on: today)
    criteria = policy.criteria.map { criterion in
      check.result(of: criterion, stated: statements[criterion.id])
    }
    trials = assessment.trials
    failures = assessment.resistance.failures
    failureEvidence = assessment.countingEvidence
    scores = parts.map { part in
      ScoreTrend(
        instrument: part.instrument, baseline: part.baseline, baselineReason: part.baselineReason,
        latest: part.latest, change: part.change, scores: part.scores)
    }
    therapies = check.therapies.map { dated in
      let last: Day? = if case .on(let day) = dated.lastDay { day } else { nil }
      return Therapy(name: dated.course.name.text, first: dated.firstDay, last: last)
    }
    diagnoses = check.diagnoses.filter { $0.status == .confirmed }.map { diagnosis in
      diagnosis.name.text + (diagnosis.coding.map { " (\($0.code))" } ?? "")
    }
    hasSafetyPlan = chart.entries.contains {
      if case .safetyPlan = $0.fact { true } else { false }
    }
  }

  private static func scores(
    of chart: Chart, on today: Day, _ knowledge: Knowledge
  ) -> [ScoresPart] {
    let builder = ReviewBuilder(
      chart: chart, today: today, knowledge: knowledge, settings: ReviewSettings())
    return chart.scores.keys.sorted().compactMap { knowledge.instruments[$0] }
      .filter(\.givesTotal)
      .compactMap { ScoresBuilder(builder, instrument: $0).part() }
  }
}
