import Knowledge
import PatientRecord
import Time

/// Computes what staging and rules say; for the care team alone.
struct GuidanceBuilder {
  private let review: ReviewBuilder
  private let facts: ChartFacts

  init(_ review: ReviewBuilder, scores: [ScoresPart]) {
    self.review = review
    let trials = review.settings.trials
    facts = ChartFacts(
      of: review.chart, on: review.today, using: review.knowledge,
      directory: MedicineDirectory(review.knowledge), primary: nil,
      staging: trials.map(ChartFacts.Staging.stated)
        ?? .record(
          StagingCase(chart: review.chart, asOf: review.today, knowledge: review.knowledge)),
      scores: scores)
  }

  func parts() -> [ReviewPart] {
    [rulesPart().map(ReviewPart.rules), stagingPart().map(ReviewPart.staging)].compactMap(\.self)
  }

  /// Where somebody has trials, what staging makes of them.
  private func stagingPart() -> StagingPart? {
    let person = facts.staging.person
    guard !person.trials.isEmpty, let judge = try? TrialJudge(review.knowledge) else { return nil }
    let origin: StagingPart.Origin =
      switch facts.staging {
      case .record: .record
      case .stated: .stated
      }
    let agents = person.trials.map { ($0.label, $0.agent.name(in: review.knowledge)) }
    return StagingPart(
      origin: origin, assessment: judge.assessment(of: person),
      agents: Dictionary(agents) { first, _ in first })
  }

  /// What the rules say where anything is known that they ask for.
  private func rulesPart() -> RulesPart? {
    let book = review.knowledge.rules
    let known = facts.facts(stated: review.settings.stated)
    guard !known.facts.isEmpty else { return nil }
    let country = review.knowledge.country
    let evaluations = book.evaluate(
      known, on: review.today, in: country ?? RuleBook.everywhere)
    let undecided = evaluations.compactMap { evaluation -> (rule: Rule, missing: [MissingFact])? in
      guard case .unknown(let missing) = evaluation.outcome else { return nil }
      return (evaluation.rule, missing)
    }
    let (fired, setAside) = sorted(evaluations.filter { $0.outcome == .fired })
    return RulesPart(
      country: country, fired: fired, setAside: setAside, undecided: undecided,
      missing: ranked(undecided.map(\.missing)),
      notFired: evaluations.count { $0.outcome == .notFired },
      unlistedMedicines: facts.unlistedMedicines,
      switchedOff: book.switchedOff.filter { book.families[$0]?.isCrisis == false }
        .sorted())
  }

  /// The rules that apply by weight, without and with those that the care team set aside.
  private func sorted(
    _ evaluations: [RuleEvaluation]
  ) -> (fired: [RulesPart.Fired], setAside: [RulesPart.SetAside]) {
    let decisions = RuleDecision.latest(in: review.chart, upTo: review.today)
    var fired: [RulesPart.Fired] = []
    var setAside: [RulesPart.SetAside] = []
    for level in RuleLevel.allCases {
      for evaluation in evaluations where evaluation.rule.level == level {
        let made = decisions[evaluation.rule.id]
        let standing = made?.standing(
          against: evaluation,
          isCrisis: review.knowledge.rules.families[evaluation.rule.family]?.isCrisis == true,
          on: review.today)
        if let made, case .silences(let until)? = standing {
          setAside.append(.init(evaluation: evaluation, decision: made, until: until))
        } else {
          let decision = made.flatMap { made in standing.map { (made, $0) } }
          fired.append(.init(evaluation: evaluation, decision: decision))
        }
      }
    }
    return (fired, setAside)
  }

  /// The missing facts by how many rules wait for them alone, then by how many wait at all.
  private func ranked(_ missing: [[MissingFact]]) -> [RulesPart.Missing] {
    var counts: [FactReference: (alone: Int, rules: Int)] = [:]
    for facts in missing {
      let references = Set(facts.map(\.reference))
      for reference in references {
        counts[reference, default: (0, 0)].rules += 1
        if references.count == 1 { counts[reference, default: (0, 0)].alone += 1 }
      }
    }
    let definitions = review.knowledge.rules.definitions
    return counts.map { reference, count in
      RulesPart.Missing(
        reference: reference, about: definitions[reference.fact]?.about ?? "",
        alone: count.alone, rules: count.rules)
    }.sorted { ($1.alone, $1.rules, $0.reference) < ($0.alone, $0.rules, $1.reference) }
  }
}

extension TreatmentTrial.Agent {
  /// What was given, as readers see it.
  fileprivate func name(in knowledge: Knowledge) -> String {
    switch self {
    case .medicine(let id): knowledge.medicines.medicines[id]?.name ?? id.rawValue
    case .treatment(let id): knowledge.treatments[id]?.name ?? id.rawValue
    case .unknown(let name): name
    }
  }
}
