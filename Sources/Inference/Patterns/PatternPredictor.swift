/// Something measured every day that may go along with the outcome, such as sleep.
public struct PatternPredictor: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Its value by day; days without one are absent.
  public let values: [Int: Double]
  /// The smallest lag that is asked about: 0 only for what is over before the outcome is rated, such
  /// as last night's sleep. What is measured during the day may as well follow from the outcome.
  public let firstLag: Int

  /// Names a predictor.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - values: its value by day, counted from the same day as the outcome's times.
  ///   - firstLag: the smallest lag that is asked about, 0 or more.
  public init(name: String, values: [Int: Double], firstLag: Int = 0) {
    self.name = name
    self.values = values
    self.firstLag = firstLag
  }
}

/// What is looked for, fixed before looking.
public struct PatternSettings: Hashable, Sendable {
  /// How many days the predictor comes before the outcome; 0 is the night before it.
  public var lags: [Int] = [0, 1, 2]
  /// The largest mean local false sign rate of the chosen set.
  public var falseSignRate = 0.05
  /// Columns whose correlation is beyond this are reported together.
  public var groupingCorrelation = 0.8
  /// The largest p-value of the circular-shift null.
  public var shiftLevel = 0.05
  /// A predictor has to be known on at least this share of the outcome's days.
  public var knownShare = 0.5
  /// A standardised effect that would be large enough to wait for.
  public var effectOfInterest = 0.5
  /// Chains and draws of the sampler.
  public var chains = 2
  /// Draws that are thrown away, per chain.
  public var warmup = 250
  /// Draws that are kept, per chain.
  public var draws = 1000
  /// The seed of the sampler.
  public var seed: UInt64 = 1

  /// The settings of the frozen pipeline.
  public init() {}

  /// The most columns, predictors times lags, that count as a small set.
  public static let mostColumns = 40

  func checked(predictors: [PatternPredictor]) throws(InferenceError) {
    guard !predictors.isEmpty else { throw .option("name at least one predictor") }
    guard !lags.isEmpty, Set(lags).count == lags.count, lags.allSatisfy({ (0...14).contains($0) })
    else { throw .option("lags are distinct numbers of days from 0 to 14") }
    let columns = predictors.count.multipliedReportingOverflow(by: lags.count)
    guard !columns.overflow, columns.partialValue <= PatternSettings.mostColumns else {
      throw .option(
        "\(predictors.count) predictors at \(lags.count) lags are more than "
          + "\(PatternSettings.mostColumns) questions at once; ask fewer, chosen beforehand")
    }
    guard
      predictors.allSatisfy({ predictor in
        predictor.firstLag >= 0 && lags.contains { $0 >= predictor.firstLag }
      })
    else { throw .option("a predictor has no lag to be asked about: its first lag is too late") }
    guard Set(predictors.map(\.name)).count == predictors.count else {
      throw .option("two predictors have the same name")
    }
    guard (0.001...0.5).contains(falseSignRate), (0.3...1).contains(groupingCorrelation),
      (0.001...0.5).contains(shiftLevel), (0.05...1).contains(knownShare),
      (0.05...2).contains(effectOfInterest)
    else { throw .option("a setting of the pattern search is out of range") }
  }
}
