/// A design made ready to be tried on people.
protocol DesignTrials: Sendable {
  /// What it compares.
  var comparisons: [PowerTally.Comparison] { get }
  /// How many people one trial has.
  var peoplePerTrial: Int { get }

  /// Tries it on people.
  ///
  /// - Parameters:
  ///   - cohort: the people of some whole trials, one trial after the other.
  ///   - seed: the seed.
  /// - Returns: what the trials found.
  /// - Throws: an error when a schedule does not fit the model.
  func tally(of cohort: Cohort, seed: UInt32) throws(SimulationError) -> PowerTally
}

extension DesignTrials {
  /// The places of the people of each trial.
  func trials(of cohort: Cohort) -> [Range<Int>] {
    stride(from: 0, to: cohort.count, by: peoplePerTrial).map { $0..<$0 + peoplePerTrial }
  }
}

extension Design {
  func trials(in model: PlanModel) throws(SimulationError) -> any DesignTrials {
    switch kind {
    case .parallel(let design), .randomisedTiming(let design):
      try ParallelTrials(design, alpha: alpha, in: model)
    case .smart(let design): try SmartTrials(design, alpha: alpha, in: model)
    case .multipleBaseline(let design):
      try MultipleBaselineTrials(design, alpha: alpha, in: model)
    case .crossover(let design): try CrossoverTrials(design, alpha: alpha, in: model)
    }
  }

  /// Tries the design on invented people.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - seed: the seed.
  ///   - threads: how many threads compute; results do not depend on it.
  ///   - progress: is told how many trials are done and says whether to go on.
  /// - Returns: what the trials found, of those that were done when it was stopped.
  /// - Throws: an error when the design does not fit the model or too few people are ill enough.
  public func power(
    in model: PlanModel, seed: UInt32, threads: Int = 2, progress: (Int) -> Bool = { _ in true }
  ) throws(SimulationError) -> PowerTally {
    let ready = try self.trials(in: model)
    let inclusion = Inclusion(model.parameters, of: cohort, seed: seed)
    var total = PowerTally(ready.comparisons)
    // Whole trials in pieces of about a batch of people.
    let each = max(1, Study.batchSize / ready.peoplePerTrial)
    let pieces = (trials + each - 1) / each
    for start in stride(from: 0, to: pieces, by: max(1, threads)) {
      let count = min(max(1, threads), pieces - start)
      let parts = Simulator.inParallel(count, threads: threads) { offset in
        Result { () throws(SimulationError) in
          let piece = start + offset
          let tried = min(each, trials - piece * each)
          let people = try inclusion.people(tried * ready.peoplePerTrial, batch: piece)
          return try ready.tally(of: people.cohort, seed: seed)
        }
      }
      for part in parts { total += try part.get() }
      guard progress(total.trials) else { break }
    }
    return total
  }
}
