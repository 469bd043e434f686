internal import Statistics

/// Fits the weights of ``MemoryModel`` to a log.
///
/// What is minimised: the log loss of every review that comes a day or more after the one before,
/// recent reviews counting more, plus a penalty for leaving the start weights, which are those of
/// FSRS-6 if not said. The objective is that of fsrs-rs; the search is not: where fsrs-rs takes
/// stochastic steps (Adam), this finds the optimum itself by Fisher scoring with exact derivatives,
/// so that there is no seed and no learning rate, and the result comes with standard errors.
public struct PracticeOptimiser: Hashable, Sendable {
  /// Where the search starts and what the penalty holds on to.
  public let start: MemoryModel.Weights
  /// How days are counted and where stability ends.
  public let convention: MemoryModel.Convention
  /// How much the penalty counts: 1 as in fsrs-rs, 0 for none.
  public let priorStrength: Double
  /// Whether recent reviews count more: prediction i of n, from 0 in the order of time, weighs
  /// 0.25 + 0.75 (i/n)^3, as in fsrs-rs.
  public let isRecencyWeighted: Bool

  /// The least number of predictions, and of forgotten and of recalled ones among them.
  public static let leastPredictions = 64
  /// The least number of forgotten reviews, and of recalled ones.
  public static let leastOfEach = 8

  /// Creates an optimiser.
  ///
  /// - Parameters:
  ///   - start: where to start.
  ///   - convention: how days are counted.
  ///   - priorStrength: 0 to 1000.
  ///   - isRecencyWeighted: whether recent reviews count more.
  /// - Throws: ``MemoryScienceError/option(_:)`` for a strength out of range.
  public init(
    start: MemoryModel.Weights = .defaults, convention: MemoryModel.Convention = .scheduling,
    priorStrength: Double = 1, isRecencyWeighted: Bool = true
  ) throws(MemoryScienceError) {
    guard (0...1000).contains(priorStrength) else {
      throw .option("prior strength \(priorStrength): give a number from 0 to 1000")
    }
    self.start = start
    self.convention = convention
    self.priorStrength = priorStrength
    self.isRecencyWeighted = isRecencyWeighted
  }

  /// Fits the weights; linear in the number of reviews, some ten passes.
  ///
  /// - Parameter log: the reviews.
  /// - Returns: the weights with their standard errors.
  /// - Throws: ``MemoryScienceError/tooFew(observed:needed:what:)``, which says what is missing:
  ///   64 predictions, 8 forgotten and 8 recalled ones are needed.
  public func fit(_ log: PracticeLog) throws(MemoryScienceError) -> PracticeFit {
    let sequences = PracticeSequences(log, convention: convention)
    return try fit(sequences, to: sequences.targets)
  }

  /// Fits the weights to some of the predictions, in the order of time.
  func fit(
    _ sequences: PracticeSequences, to targets: [Int]
  ) throws(MemoryScienceError) -> PracticeFit {
    try Self.check(sequences, targets)
    var weights = [Double](repeating: 0, count: sequences.days.count)
    for (target, weight) in zip(targets, weightsByTime(targets.count)) { weights[target] = weight }
    // Without any prior a weight that no review bears on would have no optimum.
    let coordinates = WeightCoordinates(start: start, strength: max(priorStrength, 1e-6))
    let convention = convention
    let search = FisherScoring(coordinates, limit: 200) { place in
      let model = MemoryModel(weights: coordinates.weights(at: place), convention: convention)
      let pass = SensitivityPass(sequences, weights: weights, model: model)
      return coordinates.objective(of: pass, at: place)
    }
    let found = coordinates.weights(at: search.place)
    let errors = Cholesky(search.current.information).map {
      coordinates.standardErrors($0.inverse, at: found)
    }
    return PracticeFit(
      weights: found, standardErrors: errors, start: start, predictions: targets.count,
      objective: search.current.value, evaluations: search.evaluations,
      isConverged: search.isConverged)
  }

  /// What predictions count, in the order of time.
  func weightsByTime(_ count: Int) -> [Double] {
    (0..<count).map { index in
      guard isRecencyWeighted else { return 1 }
      let share = Double(index) / Double(count)
      return 0.25 + 0.75 * share * share * share
    }
  }

  private static func check(
    _ sequences: PracticeSequences, _ targets: [Int]
  ) throws(MemoryScienceError) {
    let what = "weights of one's own"
    guard targets.count >= leastPredictions else {
      throw .tooFew(
        observed: targets.count, needed: leastPredictions,
        what: "\(what) (reviews a day or more after the one before)")
    }
    let recalled = targets.count { sequences.isRecalled($0) }
    for (count, name) in [(targets.count - recalled, "forgotten"), (recalled, "recalled")]
    where count < leastOfEach {
      throw .tooFew(observed: count, needed: leastOfEach, what: "\(what) (\(name) reviews)")
    }
  }
}
