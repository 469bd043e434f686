/// Screens invented people until enough are ill enough to be included.
struct Inclusion {
  let parameters: Parameters
  let cohort: PlanCohort
  let seed: UInt32

  /// How many of its people a batch may screen.
  var limit = Inclusion.peoplePerBatch

  /// How many people each batch has to itself, so that batches share nobody.
  static let peoplePerBatch = 1 << 16

  init(_ parameters: Parameters, of cohort: PlanCohort, seed: UInt32) {
    self.parameters = parameters
    self.cohort = cohort
    self.seed = seed
  }

  /// Includes the first people of a batch who are ill enough.
  ///
  /// - Parameters:
  ///   - quota: how many are wanted.
  ///   - batch: the number of the batch.
  /// - Returns: as many people as wanted, and how many had to be screened.
  /// - Throws: an error when the batch has not enough of them.
  func people(
    _ quota: Int, batch: Int
  ) throws(SimulationError) -> (cohort: Cohort, screened: Int) {
    let simulator = Simulator(parameters: parameters, seed: seed, threads: 1)
    let first = UInt32(truncatingIfNeeded: batch * Inclusion.peoplePerBatch)
    // About one in four of those who come to be treated scores 14 or more.
    var screened = cohort.leastTotal == 0 ? quota : min(max(64, quota * 5), limit)
    while true {
      let found = try included(of: screened, first: first, by: simulator)
      if let found, found.count >= quota {
        return (found.filter { $0 < quota }, Int(found.people[quota - 1] &- first) + 1)
      }
      guard screened < limit else {
        throw .tooFewIncluded(
          found: found?.count ?? 0, wanted: quota, screened: screened,
          leastTotal: cohort.leastTotal)
      }
      screened = min(screened * 4, limit)
    }
  }

  /// Those included; nil when nobody is.
  private func included(
    of screened: Int, first: UInt32, by simulator: Simulator
  ) throws(SimulationError) -> Cohort? {
    do {
      return try simulator.cohort(screening: screened, atLeast: cohort.leastTotal, first: first)
    } catch {
      guard case .nobodyIncluded = error else { throw error }
      return nil
    }
  }
}
