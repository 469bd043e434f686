public import Time

/// What a part of a review was computed from.
public struct Basis: Hashable, Sendable {
  /// How many observations were used.
  public let observations: Int
  /// The first and the last day with one, `nil` when there is none.
  public let days: ClosedRange<Day>?
  /// How many days between the first and the last have none.
  public let missingDays: Int
  /// The longest run of days without one.
  public let longestGap: Int
  /// How it was computed, in one sentence.
  public let method: String

  /// Describes a basis.
  ///
  /// - Parameters:
  ///   - days: the days with an observation, in any order; a day may come several times.
  ///   - method: how it was computed, in one sentence.
  public init(_ days: some Sequence<Day>, method: String) {
    let all = days.sorted()
    let distinct = Array(Set(all)).sorted()
    observations = all.count
    self.days = all.first.flatMap { first in all.last.map { first...$0 } }
    let gaps = zip(distinct, distinct.dropFirst()).map { $1.days(since: $0) - 1 }
    missingDays = gaps.reduce(0, +)
    longestGap = gaps.max() ?? 0
    self.method = method
  }
}
