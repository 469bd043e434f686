import Care
import Charts
import Simulation

/// Every sentence about a plan or a comparison, in English.
struct SimulationWording {
  let finding: StudyFinding

  var frame: Wording { Wording(audience: .researcher) }
  var study: Study { finding.study }
  var isComparison: Bool { study.plannedScenarios.count > 1 }

  // MARK: Opening

  var title: String {
    let titles = study.plannedScenarios.map { study.scenarios[$0].plan.title }
    return isComparison
      ? "Simulated plans compared: \(CountText.list(titles))"
      : "Simulated plan: \(titles.first ?? "")"
  }

  var opening: [String] {
    let tally = finding.tally
    let people =
      "\(CountText.of(tally.people, "invented person", "invented people")), included with a PHQ-9 of "
      + "at least \(study.cohort.leastTotal) out of \(CountText.grouped(tally.screened)) screened, "
      + "followed for \(CountText.of(study.days, "day")). Seed \(finding.seed)."
    return [SimulationStandingWords.invented, people] + partial
  }

  private var partial: [String] {
    guard finding.isPartial else { return [] }
    return [
      "Stopped early: only \(CountText.grouped(finding.tally.people)) of "
        + "\(CountText.grouped(finding.asked)) people are done. Everything below is about them."
    ]
  }

  // MARK: In short

  var short: [String] {
    let gains =
      isComparison
      ? study.plannedScenarios.dropFirst().compactMap(difference)
      : study.plannedScenarios.compactMap(difference)
    return study.plannedScenarios.compactMap(fall) + gains + withoutTerms
      + [SimulationStandingWords.noise, SimulationStandingWords.oneSet]
  }

  /// From what to what the mean total went.
  private func fall(_ index: Int) -> String? {
    guard let end = finding.end(index), let mean = end.sum.mean,
      let first = finding.tally.firstSum.mean
    else { return nil }
    let name = study.scenarios[index].plan.title
    return "\(name): the mean PHQ-9 goes from \(points(first)) to \(points(mean)) by day "
      + "\(end.day). \(percent(end.response)) respond (at most half of the first total), "
      + "\(percent(end.remission)) are in remission (below \(FormTally.remissionBelow))."
  }

  /// What a scenario differs by from the one it is compared with, on the last day.
  private func difference(_ index: Int) -> String? {
    guard let end = finding.end(index), let reference = study.scenarios[index].reference else {
      return nil
    }
    let other = self.name(of: reference)
    return "\(self.name(of: index)): \(amount(end.difference)) on the PHQ-9 against \(other) "
      + "on day \(end.day), in the same people."
  }

  /// The same with every term of the treatments at zero.
  private var withoutTerms: [String] {
    let places = study.scenarios.indices.filter {
      study.scenarios[$0].kind == .withoutTreatmentTerms && study.scenarios[$0].reference != nil
    }
    guard !places.isEmpty else {
      return isComparison ? [] : ["The plan has no treatment whose terms could be set to zero."]
    }
    return places.compactMap(difference)
  }

  // MARK: Names

  /// A scenario in words.
  func name(of index: Int) -> String {
    let scenario = study.scenarios[index]
    let plan = isComparison ? "\(scenario.plan.title), " : ""
    return switch scenario.kind {
    case .planned: isComparison ? scenario.plan.title : "As planned"
    case .untreated: "the same visits without treatment"
    case .withoutTreatmentTerms:
      isComparison
        ? "\(plan)with every term of treatments of the body at zero"
        : "With every term of treatments of the body at zero"
    case .without(let term): "\(plan)without \(words(for: term))"
    }
  }

  func words(for term: ModelTerm) -> String {
    switch term {
    case .acuteLift: "the acute lift of a session"
    case .plasticityWindow: "the window of plasticity"
    case .precisionRelaxation: "the loosening of beliefs in the window"
    case .retrievalLoss: "the loss of retrieval after a session"
    case .medicineBias: "what the medicine does to memories that come and to how days are seen"
    case .medicinePlasticity: "what the medicine does to plasticity"
    case .practice: "what practice teaches"
    case .expectancy: "what visits let people expect"
    case .moodCongruentCue: "mood deciding which memories come"
    }
  }

  // MARK: Numbers

  func points(_ value: Double?) -> String {
    value.map { NumberText.fixed($0, places: 1) } ?? "–"
  }

  func percent(_ share: Double?) -> String {
    share.map { "\(NumberText.fixed($0 * 100, places: 0)) %" } ?? "–"
  }

  /// A difference with its standard error: below 0 is less depression.
  func amount(_ difference: PairedSum) -> String {
    guard let mean = difference.mean else { return "no difference known" }
    let error = difference.standardError.map { NumberText.fixed($0, places: 2) } ?? "unknown"
    return "\(signed(mean)) points (standard error \(error))"
  }

  func signed(_ value: Double) -> String {
    let text = NumberText.fixed(value, places: 2)
    return value > 0 ? "+\(text)" : text
  }
}
