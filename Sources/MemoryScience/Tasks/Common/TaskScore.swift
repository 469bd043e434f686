/// One number that a task gives.
public struct TaskScore: Hashable, Sendable {
  /// The number, or why there is none.
  public enum Value: Hashable, Sendable {
    /// The number with its standard error, which is nil where none is known from one sitting.
    case measured(Double, standardError: Double?)
    /// What is missing.
    case missing(String)
  }

  /// What the number counts.
  public enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
    /// Trials, words, events or memories.
    case count
    /// A share from 0 to 1.
    case proportion
    /// Seconds.
    case seconds
    /// Evidence per second, in standard deviations after one second.
    case evidencePerSecond
    /// Evidence, in standard deviations after one second.
    case evidence
    /// Standard deviations of the noise of perception.
    case standardDeviations
    /// Items in a row.
    case items
    /// Points of a rating scale.
    case points
  }

  /// The name, such as `endorsed-negative`.
  public let name: String
  /// The number, or why there is none.
  public let value: Value
  /// What it counts.
  public let unit: Unit
  /// The greatest value a count can take; nil where there is none.
  public let outOf: Int?
  /// Whether it depends on the device: it is then compared only within one.
  public let isTimed: Bool
  /// What is known about its reliability.
  public let reliability: ScoreReliability

  init(
    _ name: String, _ value: Value, _ unit: Unit, outOf: Int? = nil, isTimed: Bool = false,
    _ reliability: ScoreReliability
  ) {
    self.name = name
    self.value = value
    self.unit = unit
    self.outOf = outOf
    self.isTimed = isTimed
    self.reliability = reliability
  }

  /// The number, nil when there is none.
  public var number: Double? {
    guard case .measured(let number, _) = value else { return nil }
    return number
  }

  /// The standard error, nil when there is none.
  public var standardError: Double? {
    guard case .measured(_, let error) = value else { return nil }
    return error
  }

  /// A share with its binomial standard error, or what is missing.
  static func proportion(
    _ name: String, _ part: Int, of whole: Int, missing: String, _ reliability: ScoreReliability
  ) -> TaskScore {
    guard whole > 0 else {
      return TaskScore(name, .missing(missing), .proportion, reliability)
    }
    let share = Double(part) / Double(whole)
    // At 0 and 1 the formula gives 0, which would claim certainty.
    let error = part > 0 && part < whole ? (share * (1 - share) / Double(whole)).squareRoot() : nil
    return TaskScore(
      name, .measured(share, standardError: error), .proportion, reliability)
  }

  /// A count.
  static func count(
    _ name: String, _ count: Int, outOf: Int? = nil, isTimed: Bool = false,
    _ reliability: ScoreReliability
  ) -> TaskScore {
    TaskScore(
      name, .measured(Double(count), standardError: nil), .count, outOf: outOf, isTimed: isTimed,
      reliability)
  }
}
