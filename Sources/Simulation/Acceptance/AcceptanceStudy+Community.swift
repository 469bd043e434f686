extension AcceptanceStudy {
  /// A year of the community, beside people who come to be treated (P1, P25 to P27).
  func community() throws(SimulationError) -> [String: Double] {
    let seed = Simulator(
      parameters: parameters, seed: simulator.seed &+ 3, threads: simulator.threads)
    let born = try seed.population(max(100, screened / 4), from: .community, burnIn: 200)
    let kept = Recording(traces: [.mood, .retrieval, .plasticity])
    let year = try seed.run(Schedule(days: 365), on: born, from: 0, recording: kept)
    let first = year.totals(0)
    let well = first.indices.filter { first[$0] < 10 }
    let table = RelapseTable(year.weekly(well, 0..<year.formDays.count))
    var values = [
      "community-incidence": table.share, "community-mean": Moments(first.map(Double.init)).mean,
    ]
    let moods = year.traces[.mood] ?? []
    values["mood-persistence"] =
      Moments(
        (0..<min(1000, year.people)).map { person in
          Warning.autocorrelation(
            moods[person * year.days..<(person + 1) * year.days].map(Double.init))
        }
      ).mean
    values.merge(try readouts(well: year, first.indices.filter { first[$0] < 5 }, seed)) { $1 }
    return values
  }

  /// Readouts of memory, equation (14), of well, depressed and remitted people (P1, P27).
  private func readouts(
    well: Outcome, _ wellPeople: [Int], _ wellSeed: Simulator
  ) throws(SimulationError) -> [String: Double] {
    let days = Recording(traces: [.mood, .retrieval, .plasticity])
    var plan = try visits(days: 113)
    try plan.take(treatment("ssri"), on: 0...112)
    let depressed = try simulator.run(plan, on: cohort, recording: days)
    let last = depressed.totals(16)
    let remitted = last.indices.filter { last[$0] < 5 }
    let retrieval = { (outcome: Outcome, people: [Int]) in
      let trace = outcome.traces[.retrieval] ?? []
      return Moments(people.map { Double(trace[$0 * outcome.days]) }).mean
    }
    let share = retrieval(depressed, Array(baseline.indices))
    let wellShare = retrieval(well, wellPeople)
    let control = specificity(wellSeed, well, wellPeople, day: 0)
    func difference(_ numbers: [Double]) -> Double {
      let (one, other) = (Moments(numbers), Moments(control))
      return (one.mean - other.mean) / ((one.variance + other.variance) / 2).squareRoot()
    }
    return [
      "recall-depressed": share, "recall-well": wellShare, "recall-size": wellShare - share,
      "specificity-depressed": difference(
        specificity(simulator, depressed, Array(baseline.indices), day: 0)),
      "specificity-remitted": difference(specificity(simulator, depressed, remitted, day: 112)),
    ]
  }

  private func specificity(
    _ simulator: Simulator, _ outcome: Outcome, _ people: [Int], day: Int
  ) -> [Double] {
    let all = simulator.specificity(outcome, on: day)
    return people.compactMap { all.indices.contains($0) ? all[$0] : nil }
  }
}
