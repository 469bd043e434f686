private import Foundation

/// What became of people who were seen to the end: who responded, who remitted, and how well an early
/// improvement foretold it. Lower scores are better.
///
/// Those who left before the end are not counted, so shares speak of completers only.
public struct ObservedOutcomes: Sendable {
  /// One person's scores.
  public struct Person: Hashable, Sendable {
    /// The score before treatment, above 0 for a fall to have a share.
    public var baseline: Double
    /// The score at the early visit, if it was made.
    public var early: Double?
    /// The score at the last planned visit, if it was made.
    public var final: Double?

    /// Gathers scores.
    ///
    /// - Parameters:
    ///   - baseline: the score before treatment.
    ///   - early: the score at the early visit.
    ///   - final: the score at the last planned visit.
    public init(baseline: Double, early: Double? = nil, final: Double? = nil) {
      self.baseline = baseline
      self.early = early
      self.final = final
    }

    /// The share of the baseline that a score has lost; `nil` without a baseline above 0.
    func fall(to score: Double?) -> Double? {
      guard let score, baseline > 0 else { return nil }
      return (baseline - score) / baseline
    }
  }

  /// A count among those who could be counted.
  public struct Share: Hashable, Sendable {
    /// How many were.
    public let count: Int
    /// Among how many.
    public let total: Int

    /// States a count.
    ///
    /// - Parameters:
    ///   - count: how many were.
    ///   - total: among how many.
    public init(count: Int, total: Int) {
      self.count = count
      self.total = total
    }

    /// The share, not a number among nobody.
    public var value: Double { Double(count) / Double(total) }

    /// The 95 % interval of the share (Wilson 1927, J. Am. Stat. Assoc. 22:209); everything from 0 to
    /// 1 among nobody.
    public var interval: ClosedRange<Double> {
      guard total > 0 else { return 0...1 }
      let z = 1.959964
      let size = Double(total)
      let middle = (value + z * z / (2 * size)) / (1 + z * z / size)
      let spread = value * (1 - value) / size + z * z / (4 * size * size)
      let reach = z * spread.squareRoot() / (1 + z * z / size)
      return max(0, middle - reach)...min(1, middle + reach)
    }
  }

  /// The people.
  public let people: [Person]

  /// Gathers people.
  ///
  /// - Parameter people: their scores.
  public init(_ people: [Person]) { self.people = people }

  /// Those who lost at least a share of their baseline.
  ///
  /// - Parameter share: 0.5 for response.
  /// - Returns: the count among those seen to the end.
  public func response(fallOf share: Double = 0.5) -> Share {
    count(people.compactMap { $0.fall(to: $0.final) }) { $0 >= share }
  }

  /// Those who ended at or below a score.
  ///
  /// - Parameter score: the instrument's remission score.
  /// - Returns: the count among those seen to the end.
  public func remission(atMost score: Double) -> Share {
    count(people.compactMap(\.final)) { $0 <= score }
  }

  /// How well an early improvement foretold response.
  ///
  /// - Parameters:
  ///   - early: the share of the baseline lost at the early visit, 0.2 as usual (Szegedi 2009, J. Clin.
  ///     Psychiatry 70:344).
  ///   - response: the share lost at the end.
  /// - Returns: early improvement among responders, and none of it among the others; of people seen
  ///   at both visits.
  public func earlyImprovement(
    of early: Double = 0.2, foretelling response: Double = 0.5
  ) -> (sensitivity: Share, specificity: Share) {
    let pairs = people.compactMap { person -> (isEarly: Bool, isResponse: Bool)? in
      guard let first = person.fall(to: person.early), let last = person.fall(to: person.final)
      else { return nil }
      return (first >= early, last >= response)
    }
    return (
      count(pairs.filter(\.isResponse)) { $0.isEarly },
      count(pairs.filter { !$0.isResponse }) { !$0.isEarly }
    )
  }

  private func count<Value>(_ values: [Value], _ isSo: (Value) -> Bool) -> Share {
    Share(count: values.count(where: isSo), total: values.count)
  }
}
