internal import Statistics

/// How well fitted weights foretell reviews that they were not fitted to, beside the start weights.
public struct PracticeValidation: Hashable, Sendable {
  /// How a log is divided into what is fitted and what is foretold.
  public enum Split: Hashable, Sendable {
    /// Cards are dealt into folds at random; each fold is foretold from the cards of the others.
    /// Answers: how well do the weights fit a new memory of the same person?
    case cards(folds: Int, seed: UInt64)
    /// Predictions are cut into one part more than folds in the order of time; each part but the
    /// first is foretold from all parts before it. Answers: how well would the weights have done
    /// had they been fitted as the log grew? (Time series split.)
    case time(folds: Int)
  }

  /// How the log was divided.
  public let split: Split
  /// How many predictions were tested.
  public let predictions: Int
  /// The mean log loss of fitted weights on tested predictions, unweighted.
  public let logLoss: Double
  /// The mean log loss of the start weights on the same predictions.
  public let startLogLoss: Double
  /// The binned error of fitted weights on the same predictions.
  public let binnedError: Double
  /// The binned error of the start weights.
  public let startBinnedError: Double
  /// How many nats a prediction gains by fitting, with a standard error that takes the predictions
  /// of a card together.
  public let gain: Double
  /// The standard error of ``gain``.
  public let gainStandardError: Double

  /// Whether fitted weights foretell better by more than two standard errors.
  public var isGainClear: Bool { gain > 2 * gainStandardError }
}

extension PracticeOptimiser {
  /// Fits the weights to parts of a log and foretells the rest.
  ///
  /// - Parameters:
  ///   - log: the reviews.
  ///   - split: how to divide it; 2 to 20 folds.
  ///   - progress: is told how many folds are done.
  /// - Returns: scores on what was not fitted.
  /// - Throws: ``MemoryScienceError`` when folds are out of range or a part holds too little.
  public func validation(
    _ log: PracticeLog, split: PracticeValidation.Split, progress: (Int) -> Void = { _ in }
  ) throws(MemoryScienceError) -> PracticeValidation {
    let sequences = PracticeSequences(log, convention: convention)
    let start = predictions(log, sequences, start)
    let fitted = try crossPredicted(log, sequences, split, progress)
    return PracticeValidation(
      split, PracticePredictions(fitted.map(\.prediction)),
      PracticePredictions(fitted.compactMap { start[$0.place] }))
  }

  /// Foretells parts of a log by weights fitted to the rest.
  ///
  /// - Parameters:
  ///   - log: the reviews.
  ///   - split: how to divide it; 2 to 20 folds.
  ///   - progress: is told how many folds are done.
  /// - Returns: predictions for all that is tested, cards in the order of their first review.
  /// - Throws: ``MemoryScienceError`` when folds are out of range or a part holds too little.
  public func crossPredictions(
    _ log: PracticeLog, split: PracticeValidation.Split, progress: (Int) -> Void = { _ in }
  ) throws(MemoryScienceError) -> PracticePredictions {
    let sequences = PracticeSequences(log, convention: convention)
    return PracticePredictions(
      try crossPredicted(log, sequences, split, progress).map(\.prediction))
  }

  /// Predictions of what was not fitted, in the order of the log, each with its place there.
  private func crossPredicted(
    _ log: PracticeLog, _ sequences: PracticeSequences, _ split: PracticeValidation.Split,
    _ progress: (Int) -> Void
  ) throws(MemoryScienceError) -> [(place: Int, prediction: PracticePrediction)] {
    var found: [(place: Int, prediction: PracticePrediction)] = []
    for (fold, part) in try split.parts(of: sequences, cards: log.cards.count).enumerated() {
      let weights = try fit(sequences, to: part.training).weights
      let after = predictions(log, sequences, weights)
      found += part.test.compactMap { place in after[place].map { (place, $0) } }
      progress(fold + 1)
    }
    return found.sorted { $0.place < $1.place }
  }

  /// Predictions by the place of their review in the log.
  private func predictions(
    _ log: PracticeLog, _ sequences: PracticeSequences, _ weights: MemoryModel.Weights
  ) -> [Int: PracticePrediction] {
    let model = MemoryModel(weights: weights, convention: convention)
    let values = PracticePredictions(log, model: model).values
    return Dictionary(zip(sequences.targets.sorted(), values)) { first, _ in first }
  }
}

extension PracticeValidation {
  fileprivate init(
    _ split: Split, _ fitted: PracticePredictions, _ started: PracticePredictions
  ) {
    let gains = zip(started.values, fitted.values).map { $0.logLoss - $1.logLoss }
    let count = Double(max(fitted.values.count, 1))
    let gain = gains.reduce(0, +) / count
    let byCard = Dictionary(grouping: gains.indices) { fitted.values[$0].card }
    let squares = byCard.sorted { $0.key < $1.key }.reduce(0) { sum, entry in
      let total = entry.value.reduce(0) { $0 + gains[$1] - gain }
      return sum + total * total
    }
    self.split = split
    predictions = fitted.values.count
    logLoss = fitted.logLoss() ?? .nan
    startLogLoss = started.logLoss() ?? .nan
    binnedError = fitted.binnedError() ?? .nan
    startBinnedError = started.binnedError() ?? .nan
    self.gain = gain
    gainStandardError = squares.squareRoot() / count
  }
}

extension PracticeValidation.Split {
  /// Predictions to fit and to test, as places of reviews in the order of time.
  struct Part {
    let training: [Int]
    let test: [Int]
  }

  func parts(
    of sequences: PracticeSequences, cards: Int
  ) throws(MemoryScienceError) -> [Part] {
    let folds =
      switch self {
      case .cards(let folds, _), .time(let folds): folds
      }
    guard (2...20).contains(folds) else { throw .option("\(folds) folds: give 2 to 20") }
    let targets = sequences.targets
    switch self {
    case .cards(_, let seed):
      let fold = Self.dealt(cards, into: folds, seed: seed)
      return (0..<folds).map { chosen in
        Part(
          training: targets.filter { fold[sequences.owners[$0]] != chosen },
          test: targets.filter { fold[sequences.owners[$0]] == chosen })
      }
    case .time:
      let edges = (1...folds + 1).map { targets.count * $0 / (folds + 1) }
      return zip(edges, edges.dropFirst()).map {
        Part(training: Array(targets[..<$0]), test: Array(targets[$0..<$1]))
      }
    }
  }

  /// The fold of each card, all folds as large as they can be alike.
  private static func dealt(_ cards: Int, into folds: Int, seed: UInt64) -> [Int] {
    var stream = RandomStream(seed: seed)
    var fold = (0..<cards).map { $0 % folds }
    fold.shuffle(using: &stream)
    return fold
  }
}
