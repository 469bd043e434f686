import JSON
import MemoryScience

/// What `anamnesis practice simulate` prints.
struct PracticeSimulationResult: AnalysisResult {
  private let simulator: RetentionSimulator
  private let choice: RetentionChoice

  init(simulator: RetentionSimulator, choice: RetentionChoice) {
    self.simulator = simulator
    self.choice = choice
  }

  var json: JSONValue {
    .object([
      "memories": .number(simulator.memories),
      "newPerDay": .number(simulator.newPerDay),
      "days": .number(simulator.days) ?? .null,
      "goal": .string(goal),
      "chosen": json(choice.best),
      "isAtEdge": .bool(choice.isAtEdge),
      "outcomes": .array(choice.outcomes.map(json)),
    ])
  }

  private func json(_ outcome: PracticeOutcome) -> JSONValue {
    .object([
      "desiredRetention": .number(retention(outcome)) ?? .null,
      "reviewsPerMemory": .number(outcome.reviewsPerMemory) ?? .null,
      "minutesPerDay": .number(outcome.minutesPerDay) ?? .null,
      "availability": json(outcome.availability),
      "finalRetention": json(outcome.finalRetention),
      "memoryDaysPerMinute": json(outcome.memoryDaysPerMinute),
      "finalMemoriesPerMinute": json(outcome.finalMemoriesPerMinute),
    ])
  }

  private func json(_ estimate: PracticeOutcome.Estimate) -> JSONValue {
    .object([
      "value": .number(estimate.value) ?? .null,
      "standardError": .number(estimate.standardError) ?? .null,
    ])
  }

  private func retention(_ outcome: PracticeOutcome) -> Double {
    guard case .desiredRetention(let retention) = outcome.plan else { return .nan }
    return retention
  }

  private var goal: String {
    switch choice.goal {
    case .availabilityPerMinute: "days with a memory at hand for each minute"
    case .availability(let minutes): "memories at hand within \(minutes.short) minutes a day"
    case .finalRetentionPerMinute: "memories at the end for each minute"
    }
  }

  var lines: [String] {
    var table = TextTable(
      "desired retention", "reviews each", "minutes a day", "available", "at the end",
      "memory days a minute")
    for outcome in choice.outcomes {
      table.add(
        retention(outcome).digits(2) + (outcome == choice.best ? " <" : ""),
        outcome.reviewsPerMemory.digits(1), outcome.minutesPerDay.digits(2),
        outcome.availability.value.digits(3), outcome.finalRetention.value.digits(3),
        outcome.memoryDaysPerMinute.value.digits(2))
    }
    return [
      "\(counted(simulator.memories, "memory", "memories")), \(simulator.newPerDay) begun a day, "
        + "\(simulator.days.short) days; wanted: \(goal)",
      "",
    ] + table.lines + ["", summary] + edge
  }

  private var edge: [String] {
    guard choice.isAtEdge else { return [] }
    return [
      "",
      "This is the end of the list that was tried, not a best value: the first minutes of practice "
        + "always give most. Say with --minutes how long a day of practice may be.",
    ]
  }

  private var summary: String {
    let best = choice.best
    return "Desired retention \(retention(best).digits(2)): "
      + "\((best.availability.value * 100).digits(1)) % of the memories begun come back on a random "
      + "day (standard error \((best.availability.standardError * 100).digits(1))), for "
      + "\(best.minutesPerDay.digits(1)) minutes a day."
  }
}
