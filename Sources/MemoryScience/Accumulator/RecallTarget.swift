/// What people do, for a model to be held against.
public struct RecallTarget: Hashable, Sendable {
  /// The mean over people.
  public let mean: RecallPattern
  private let errors: [RecallStatistic: Double]

  /// What a model may be off in any of the coarse statistics besides the nine transitions, as one standard
  /// deviation that is added to that of people.
  ///
  /// They are there to hold a model to recall as it is, not to be met to the third decimal.
  public static let coarseness = 0.03

  /// Creates a target.
  ///
  /// - Parameter people: one pattern for each person, 2 or more.
  /// - Throws: ``MemoryScienceError`` when there are fewer, or a statistic could not be counted in
  ///   somebody.
  public init(_ people: [RecallPattern]) throws(MemoryScienceError) {
    guard people.count > 1 else {
      throw .tooFew(observed: people.count, needed: 2, what: "people to hold a model against")
    }
    let mean = RecallPattern(meanOf: people)
    var errors: [RecallStatistic: Double] = [:]
    let count = Double(people.count)
    for statistic in RecallStatistic.allCases {
      let squares = people.reduce(0) { sum, person in
        let distance = person[statistic] - mean[statistic]
        return sum + distance * distance
      }
      guard squares.isFinite else {
        throw .unusable(
          "\(statistic) cannot be counted in each person; give lists with all three valences")
      }
      errors[statistic] = (squares / (count - 1) / count).squareRoot()
    }
    self.mean = mean
    self.errors = errors
  }

  /// The standard error of the mean over people.
  public func standardError(_ statistic: RecallStatistic) -> Double { errors[statistic] ?? .nan }

  /// How many standard errors of people a model lies off; above 0 where it has more than they.
  ///
  /// - Parameters:
  ///   - pattern: of the model.
  ///   - statistic: which number.
  /// - Returns: the distance over the standard error; for all but transitions ``coarseness`` is added
  ///   to the error in squares.
  public func distance(_ pattern: RecallPattern, _ statistic: RecallStatistic) -> Double {
    let error = standardError(statistic)
    let coarse =
      if case .transition = statistic { 0.0 } else { RecallTarget.coarseness }
    return (pattern[statistic] - mean[statistic])
      / (error * error + coarse * coarse).squareRoot()
  }

  /// The sum of squared distances.
  ///
  /// - Parameters:
  ///   - pattern: of the model.
  ///   - statistics: the numbers to sum over.
  /// - Returns: like a chi-square in size, though the numbers are not independent; 10,000 for each
  ///   number that could not be counted.
  public func misfit(
    _ pattern: RecallPattern, over statistics: [RecallStatistic] = RecallStatistic.allCases
  ) -> Double {
    statistics.reduce(0) { sum, statistic in
      let distance = distance(pattern, statistic)
      return sum + (distance.isFinite ? min(distance * distance, 10_000) : 10_000)
    }
  }
}
