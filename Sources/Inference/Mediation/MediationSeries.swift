/// A possible cause, a possible mediator and an outcome of one person, day by day.
public struct MediationSeries: Sendable {
  /// One day.
  public struct Day: Hashable, Sendable {
    /// Which day, a whole number of days.
    public var day: Int
    /// The cause, `nil` where missing.
    public var cause: Double?
    /// The mediator, `nil` where missing.
    public var mediator: Double?
    /// The outcome, `nil` where missing.
    public var outcome: Double?
    /// How often the task that measures the mediator had been done, this time included: 1 or more.
    public var attempt: Double?
    /// What else is to be allowed for, `nil` where missing.
    public var covariates: [Double?]

    /// Creates a day.
    ///
    /// - Parameters:
    ///   - day: which day, within a million of day 0.
    ///   - cause: the cause, `nil` where missing.
    ///   - mediator: the mediator, `nil` where missing.
    ///   - outcome: the outcome, `nil` where missing.
    ///   - attempt: how often the task had been done, this time included.
    ///   - covariates: what else is to be allowed for.
    public init(
      day: Int, cause: Double?, mediator: Double?, outcome: Double?, attempt: Double? = nil,
      covariates: [Double?] = []
    ) {
      self.day = day
      self.cause = cause
      self.mediator = mediator
      self.outcome = outcome
      self.attempt = attempt
      self.covariates = covariates
    }
  }

  /// What the variables are called in messages.
  public struct Names: Hashable, Sendable {
    /// The cause.
    public var cause: String
    /// The mediator.
    public var mediator: String
    /// The outcome.
    public var outcome: String
    /// The covariates.
    public var covariates: [String]

    /// Names the variables.
    ///
    /// - Parameters:
    ///   - cause: the cause.
    ///   - mediator: the mediator.
    ///   - outcome: the outcome.
    ///   - covariates: the covariates.
    public init(
      cause: String = "cause", mediator: String = "mediator", outcome: String = "outcome",
      covariates: [String] = []
    ) {
      self.cause = cause
      self.mediator = mediator
      self.outcome = outcome
      self.covariates = covariates
    }
  }

  /// The days, in order.
  public let days: [Day]
  /// What the variables are called.
  public let names: Names

  /// The most covariates.
  public static let mostCovariates = 10

  /// Gathers days.
  ///
  /// - Parameters:
  ///   - days: the days in any order, each once.
  ///   - names: what the variables are called.
  /// - Throws: ``InferenceError`` when a day comes twice, shapes do not fit, or a number is not
  ///   finite, too large, or an attempt below 1.
  public init(_ days: [Day], names: Names = Names()) throws(InferenceError) {
    guard names.covariates.count <= MediationSeries.mostCovariates else {
      throw .option("name at most \(MediationSeries.mostCovariates) covariates")
    }
    let sorted = days.sorted { $0.day < $1.day }
    for (earlier, later) in zip(sorted, sorted.dropFirst()) where earlier.day == later.day {
      throw .unusable("day \(later.day) comes twice; give one row a day")
    }
    for day in sorted {
      guard abs(Double(day.day)) <= 1e6 else {
        throw .unusable("day \(day.day) is not within a million days of day 0")
      }
      guard day.covariates.count == names.covariates.count else {
        throw .unusable("day \(day.day): not as many covariates as names")
      }
      let values = [day.cause, day.mediator, day.outcome, day.attempt] + day.covariates
      guard values.allSatisfy({ abs($0 ?? 0) < 1e100 }) else {
        throw .unusable("day \(day.day): a value is not finite or too large to compute with")
      }
      guard day.attempt ?? 1 >= 1 else {
        throw .unusable("day \(day.day): attempts are counted from 1")
      }
    }
    self.days = sorted
    self.names = names
  }
}
