extension AcceptanceStudy {
  /// A plan with an ordinary first visit and weekly visits to week 8.
  func visits(days: Int, strength: Double = 1) throws(SimulationError) -> Schedule {
    var plan = try Schedule(days: days)
    try plan.visit(on: 0, weight: strength)
    for day in stride(from: 7, to: min(60, days), by: 7) {
      try plan.visit(on: day, weight: 0.25 * strength)
    }
    return plan
  }

  /// Waiting for a year (P2, P2b, P23 comes with relapse).
  func untreated() throws(SimulationError) -> [String: Double] {
    let year = try run(Schedule(days: 365))
    var values = [
      "eligible": Double(cohort.count) / Double(screened), "baseline": Moments(baseline).mean,
    ]
    for (name, day) in [("3", 91), ("6", 182), ("12", 364)] {
      let now = totals(year, week: day / 7)
      let before = totals(year, week: day / 7 - 1)
      values["untreated-\(name)-months"] = share(of: Array(now.indices)) {
        now[$0] < 10 && before[$0] < 10
      }
    }
    values["waiting-fall"] = 1 - Moments(totals(year, week: 8)).mean / Moments(baseline).mean
    return values
  }

  /// An SSRI and placebo (P3 to P5, P24).
  func medicine() throws(SimulationError) -> [String: Double] {
    let days = 120
    let placebo = try run(visits(days: days), mood: true)
    var plan = try visits(days: days)
    try plan.take(treatment("ssri"), on: 0...days - 1)
    let drug = try run(plan, mood: true)
    var values = [
      "placebo-response": response(placebo, week: 8), "ssri-response": response(drug, week: 8),
      "ssri-remission": remission(drug, week: 12),
    ]
    let separation = { (week: Int) in
      Moments(self.totals(placebo, week: week)).mean - Moments(self.totals(drug, week: week)).mean
    }
    let spread = ((changeVariance(placebo) + changeVariance(drug)) / 2).squareRoot()
    values["ssri-effect"] = separation(8) / spread
    values["ssri-early"] = separation(2) / separation(8)
    let mood = { (day: Int) in
      self.moodMean(drug, around: day) - self.moodMean(placebo, around: day)
    }
    let bias = { (day: Int) in
      let occupancy = 0.8 * (1 - (-Double(day) / 4).exponential())
      return parameters.moodBias * mood(day) + parameters.occupancyExperience * occupancy
    }
    values["bias-early"] = bias(7) / bias(56)
    values["mood-early"] = mood(7) / mood(56)
    values.merge(earlyImprovement(drug)) { $1 }
    return values
  }

  /// Whether 20 % less at week 2 foretells response at week 8 (P24).
  private func earlyImprovement(_ drug: Outcome) -> [String: Double] {
    let early = totals(drug, week: 2)
    let responds = response(drug, 8)
    let everybody = Array(baseline.indices)
    let improves = { (person: Int) in early[person] <= 0.8 * baseline[person] }
    return [
      "early-sensitive": share(of: everybody.filter(responds), improves),
      "early-specific": share(of: everybody.filter { !responds($0) }) { !improves($0) },
    ]
  }

  private func changeVariance(_ outcome: Outcome) -> Double {
    Moments(zip(totals(outcome, week: 8), baseline).map { $0 - $1 }).variance
  }

  /// Mean mood of everybody over three days.
  private func moodMean(_ outcome: Outcome, around day: Int) -> Double {
    guard let moods = outcome.traces[.mood] else { return .nan }
    let days = outcome.days
    return Moments(
      (0..<outcome.people).flatMap { person in
        (day - 1...day + 1).map { Double(moods[person * days + $0]) }
      }
    ).mean
  }

  /// Four steps of twelve weeks each; who has not remitted goes on, hoping less (P15).
  func steps() throws(SimulationError) -> [String: Double] {
    var values: [String: Double] = [:]
    var people = cohort
    var strength = 1.0
    for step in 1...4 where people.count > 0 {
      var plan = try visits(days: 85, strength: strength)
      try plan.take(treatment("ssri"), on: 0...84)
      let outcome = try run(plan, on: people, from: 1000 + 1000 * step)
      values["step-\(step)"] = remission(outcome, week: 12)
      let totals = outcome.totals(12)
      people = outcome.end.filter { totals[$0] >= 5 }
      strength *= 0.7
    }
    return values
  }

  /// An SSRI in good and bad circumstances, with and without its bias (P20, P21).
  func circumstances() throws(SimulationError) -> [String: Double] {
    var unbiased = parameters
    unbiased.occupancyRetrieval = 0
    unbiased.occupancyExperience = 0
    let good = try gain(shift: 0.25, parameters)
    let bad = try gain(shift: -0.25, parameters)
    return [
      "good-circumstances": good - bad, "plasticity-good": try gain(shift: 0.25, unbiased),
      "plasticity-bad": try gain(shift: -0.25, unbiased),
    ]
  }

  /// What an SSRI adds to the fall of PHQ-9 in eight weeks.
  private func gain(shift: Double, _ numbers: Parameters) throws(SimulationError) -> Double {
    var plan = try Schedule(days: 60)
    try plan.visit(on: 0)
    try plan.change(circumstances: shift, on: 0...59)
    var treated = plan
    try treated.take(treatment("ssri"), on: 0...59)
    let arms = try Simulator(
      parameters: numbers, seed: simulator.seed, threads: simulator.threads
    ).compare([plan, treated], on: cohort)
    return Moments(totals(arms[0], week: 8)).mean - Moments(totals(arms[1], week: 8)).mean
  }
}
