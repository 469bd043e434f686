import Knowledge
import PatientRecord

extension ReviewBuilder {
  /// The signals of the record; nil when there has never been one.
  func signalsPart() -> SignalsPart? {
    let signals = SafetySignals.derive(from: chart, using: knowledge)
    return signals.isEmpty ? nil : SignalsPart(signals: signals, hasPlan: latestPlan != nil)
  }

  /// The plan that counts; nil when there is none.
  func safetyPlanPart() -> SafetyPlanPart? {
    guard let (entry, plan) = latestPlan, !knowledge.safety.plan.isEmpty else { return nil }
    let components = knowledge.safety.plan.map { component in
      SafetyPlanPart.Component(
        title: component.title, prompt: component.prompt, lines: plan.lines(of: component.place),
        isOptional: component.isOptional)
    }
    return SafetyPlanPart(day: entry.day, components: components)
  }

  /// Each plan replaces the last.
  private var latestPlan: (Entry, SafetyPlan)? {
    for entry in chart.entries.reversed() {
      if case .safetyPlan(let plan) = entry.fact { return (entry, plan) }
    }
    return nil
  }

  /// What the chart could not take as it stands. What people did about a derived signal is no problem,
  /// though the signal has no entry.
  var problems: [ChartProblem] {
    let missing = chart.problems.contains { problem in
      if case .acknowledgesMissing = problem.kind { true } else { false }
    }
    guard missing else { return chart.problems }
    let derived = Set(SafetySignals.derive(from: chart, using: knowledge).map(\.id))
    return chart.problems.filter { problem in
      guard case .acknowledgesMissing(let id) = problem.kind else { return true }
      return !derived.contains(id)
    }
  }
}

extension SafetyPlan {
  /// What the person wrote in one part of the plan.
  fileprivate func lines(of place: PlanComponent.Place) -> [String] {
    switch place {
    case .warningSigns: warningSigns.map(\.text)
    case .ownSteps: ownSteps.map(\.text)
    case .distractions: distractions.map(\.text)
    case .people: people.map(\.line)
    case .professionals: professionals.map(\.line)
    case .saferPlace: saferPlace.map(\.text)
    case .reasonsToLive: reasonsToLive.map(\.text)
    }
  }
}

extension PlanContact {
  /// Name and number in one line.
  fileprivate var line: String { name.text + (reach.map { ": \($0)" } ?? "") }
}
