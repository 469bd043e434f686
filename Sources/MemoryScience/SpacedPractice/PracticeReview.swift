/// One review of one memory, as it happened.
public struct PracticeReview: Hashable, Sendable {
  /// The number of the memory.
  public let card: Int
  /// When: milliseconds since 1970-01-01T00:00:00Z.
  public let time: Int
  /// How well it came back.
  public let grade: PracticeGrade

  /// The milliseconds of a day of 24 hours.
  public static let millisecondsPerDay = 86_400_000

  /// Times lie within this many milliseconds of 1970: 100 million days, about 270,000 years.
  static let latestTime = 100_000_000 * millisecondsPerDay

  /// Creates a review.
  ///
  /// - Parameters:
  ///   - card: which memory.
  ///   - time: milliseconds since 1970-01-01T00:00:00Z, within 100 million days of it.
  ///   - grade: how well it came back.
  public init(card: Int, time: Int, grade: PracticeGrade) {
    self.card = card
    self.time = time
    self.grade = grade
  }
}
