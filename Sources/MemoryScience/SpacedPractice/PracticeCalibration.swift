private import Foundation
internal import Statistics

/// Whether foretold recall agrees with what happened, for one person's own memories.
///
/// Weights of FSRS come from flashcards. Before its probabilities are believed for personal
/// memories, where a grade is vividness or completeness, hold them against this.
public struct PracticeCalibration: Hashable, Sendable {
  /// Reviews with like predictions.
  public struct Bin: Hashable, Sendable {
    /// How many reviews fall into the bin.
    public let count: Int
    /// The least and the greatest prediction.
    public let range: ClosedRange<Double>
    /// The mean foretold probability of recall, 0 to 1.
    public let predicted: Double
    /// The share that was recalled.
    public let observed: Double
    /// The Wilson (1927) interval of that share; it takes reviews as independent.
    public let interval: ClosedRange<Double>
    /// Whether the mean prediction lies within the interval.
    public var agrees: Bool { interval.contains(predicted) }
  }

  /// A difference with its standard error, the reviews of a memory taken together.
  public struct Difference: Hashable, Sendable {
    /// The mean difference of probabilities, -1 to 1.
    public let value: Double
    /// Its standard error, in probability too.
    public let standardError: Double
  }

  /// What the comparison comes to.
  public enum Verdict: Hashable, Sendable {
    /// Less is recalled than foretold.
    case promisesTooMuch
    /// More is recalled than foretold.
    case promisesTooLittle
    /// Right on the whole, wrong for some predictions.
    case wrongInParts
    /// Right on the whole, but no better than foretelling the mean every time.
    case noBetterThanTheMean
    /// Nothing speaks against the predictions, and they beat the mean.
    case noDisagreement
  }

  /// How many predictions were compared.
  public let count: Int
  /// The bins, by rising prediction.
  public let bins: [Bin]
  /// Observed minus foretold share of recall, -1 to 1.
  public let surplus: Difference
  /// The mean log loss in nats.
  public let logLoss: Double
  /// The log loss of foretelling the observed share every time.
  public let constantLogLoss: Double
  /// How many nats a prediction gains over that constant.
  public let gain: Difference
  /// The binned error of ``PracticePredictions/binnedError(weights:)``.
  public let binnedError: Double
  /// How likely bins would stray this far from good predictions: Pearson's chi-squared over bins,
  /// one degree of freedom each (Hosmer and Lemeshow 1980, for predictions made elsewhere).
  public let strayProbability: Double

  /// The least number of predictions, and of forgotten and of recalled ones among them.
  public static let leastPredictions = 64
  /// The least number of forgotten reviews, and of recalled ones.
  public static let leastOfEach = 8
  /// A bin holds this many reviews or more.
  public static let leastInBin = 20

  /// Holds predictions against what happened.
  ///
  /// - Parameters:
  ///   - predictions: what was foretold; by weights that were not fitted to the same reviews.
  ///   - bins: the most bins, 2 to 100; fewer are made where fewer than 20 reviews would be in one.
  ///   - confidence: of the intervals, 0.5 to 0.999.
  /// - Throws: ``MemoryScienceError/tooFew(observed:needed:what:)``, which says what is missing, and
  ///   ``MemoryScienceError/option(_:)`` for a number out of range.
  public init(
    _ predictions: PracticePredictions, bins: Int = 10, confidence: Double = 0.95
  ) throws(MemoryScienceError) {
    guard (2...100).contains(bins) else { throw .option("\(bins) bins: give 2 to 100") }
    guard (0.5...0.999).contains(confidence) else {
      throw .option("confidence \(confidence): give a number from 0.5 to 0.999")
    }
    try Self.check(predictions)
    let values = predictions.values
    let number = min(bins, values.count / Self.leastInBin)
    let z = Normal.standard.quantile(0.5 + confidence / 2)
    let ordered = values.sorted { ($0.probability, $0.time) < ($1.probability, $1.time) }
    let groups = (0..<number).map {
      Array(ordered[values.count * $0 / number..<values.count * ($0 + 1) / number])
    }
    let constant = predictions.constantLogLoss ?? .nan
    let recall = predictions.recall ?? .nan
    count = values.count
    self.bins = groups.map { Bin($0, z: z) }
    surplus = Difference(values) { ($0.isRecalled ? 1 : 0) - $0.probability }
    logLoss = predictions.logLoss() ?? .nan
    constantLogLoss = constant
    gain = Difference(values) { -log($0.isRecalled ? recall : 1 - recall) - $0.logLoss }
    binnedError = predictions.binnedError() ?? .nan
    let stray = groups.reduce(0) { $0 + Self.stray($1) }
    strayProbability = ChiSquared(degreesOfFreedom: Double(number)).upperTail(stray)
  }

  /// What the comparison comes to: differences count beyond two standard errors, bins below 1 %.
  public var verdict: Verdict {
    if surplus.value < -2 * surplus.standardError { return .promisesTooMuch }
    if surplus.value > 2 * surplus.standardError { return .promisesTooLittle }
    if strayProbability < 0.01 { return .wrongInParts }
    if gain.value < 2 * gain.standardError { return .noBetterThanTheMean }
    return .noDisagreement
  }

  private static func check(_ predictions: PracticePredictions) throws(MemoryScienceError) {
    let recalled = predictions.values.count(where: \.isRecalled)
    let forgotten = predictions.values.count - recalled
    let what = "a calibration report"
    guard predictions.values.count >= leastPredictions else {
      throw .tooFew(
        observed: predictions.values.count, needed: leastPredictions,
        what: "\(what) (reviews a day or more after the one before)")
    }
    for (count, name) in [(forgotten, "forgotten"), (recalled, "recalled")]
    where count < leastOfEach {
      throw .tooFew(observed: count, needed: leastOfEach, what: "\(what) (\(name) reviews)")
    }
  }

  /// The squared deviation of a bin in units of its variance under the predictions.
  private static func stray(_ values: [PracticePrediction]) -> Double {
    let deviation = values.reduce(0) { $0 + ($1.isRecalled ? 1 : 0) - $1.probability }
    let variance = values.reduce(0) { $0 + $1.probability * (1 - $1.probability) }
    return deviation * deviation / max(variance, 1e-9)
  }
}

extension PracticeCalibration.Bin {
  fileprivate init(_ values: [PracticePrediction], z: Double) {
    let size = Double(values.count)
    let share = Double(values.count(where: \.isRecalled)) / size
    let centre = share + z * z / (2 * size)
    let reach = z * (share * (1 - share) / size + z * z / (4 * size * size)).squareRoot()
    let scale = 1 + z * z / size
    count = values.count
    range = (values.first?.probability ?? 0)...(values.last?.probability ?? 1)
    predicted = values.reduce(0) { $0 + $1.probability } / size
    observed = share
    interval = max(0, (centre - reach) / scale)...min(1, (centre + reach) / scale)
  }
}

extension PracticeCalibration.Difference {
  fileprivate init(
    _ values: [PracticePrediction], _ difference: (PracticePrediction) -> Double
  ) {
    let differences = values.map(difference)
    let mean = differences.reduce(0, +) / Double(values.count)
    // Values come card after card.
    var squares = 0.0
    var (card, total) = (Int?.none, 0.0)
    for (value, difference) in zip(values, differences) {
      if value.card != card {
        squares += total * total
        (card, total) = (value.card, 0)
      }
      total += difference - mean
    }
    squares += total * total
    self.value = mean
    standardError = squares.squareRoot() / Double(values.count)
  }
}
