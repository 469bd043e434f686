extension Study {
  /// People are included in batches of this many, each out of people of its own.
  public static let batchSize = 64
  /// The greatest number of people of a study.
  public static let greatestPeople = 1_000_000

  /// How many batches a number of people makes.
  ///
  /// - Parameter people: how many people, from 1.
  /// - Returns: the number of batches; the last one may be smaller.
  public static func batches(of people: Int) -> Int { (people + batchSize - 1) / batchSize }

  /// Runs one batch: includes its people and lets them live through all scenarios.
  ///
  /// A batch depends on the study, the seed and its own number alone, so batches can be run anywhere
  /// and in any order.
  ///
  /// - Parameters:
  ///   - batch: the number of the batch, from 0.
  ///   - people: how many people the whole study has.
  ///   - seed: the seed.
  /// - Returns: what was counted.
  /// - Throws: an error when too few people are ill enough to be included.
  public func tally(
    of batch: Int, people: Int, seed: UInt32
  ) throws(SimulationError) -> StudyTally {
    let quota = min(Study.batchSize, people - batch * Study.batchSize)
    let (cohort, screened) = try Inclusion(parameters, of: self.cohort, seed: seed)
      .people(quota, batch: batch)
    var totals: [[[Int]]] = []
    for scenario in scenarios {
      let simulator = Simulator(parameters: scenario.parameters, seed: seed, threads: 1)
      let outcome = try simulator.run(
        scenario.schedule, on: cohort, recording: Recording(formEvery: formEvery))
      totals.append(outcome.formDays.indices.dropFirst().map(outcome.totals))
    }
    return StudyTally(self, first: cohort.baseline, totals: totals, screened: screened)
  }

  /// Runs the whole study, some batches at a time.
  ///
  /// - Parameters:
  ///   - people: how many people, from 1 to ``greatestPeople``.
  ///   - seed: the seed.
  ///   - threads: how many threads compute; results do not depend on it.
  ///   - progress: is told how many people are done and says whether to go on.
  /// - Returns: what was counted, of those people who were done when it was stopped.
  /// - Throws: an error when a number is out of range or too few people are ill enough.
  public func run(
    people: Int, seed: UInt32, threads: Int = 2, progress: (Int) -> Bool = { _ in true }
  ) throws(SimulationError) -> StudyTally {
    try SimulationError.check(people, "the number of people", in: 1...Study.greatestPeople)
    var total = StudyTally(of: self)
    let batches = Study.batches(of: people)
    let wave = max(1, threads)
    for start in stride(from: 0, to: batches, by: wave) {
      let parts = Simulator.inParallel(min(wave, batches - start), threads: threads) { offset in
        Result { () throws(SimulationError) in
          try tally(of: start + offset, people: people, seed: seed)
        }
      }
      for part in parts { total += try part.get() }
      guard progress(total.people) else { break }
    }
    return total
  }
}
