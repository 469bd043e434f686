internal import Statistics

/// Agreement of any number of coders on nominal categories, with missing codes.
///
/// 1 minus observed over expected disagreement; 1 is perfect, 0 is chance. Source: Krippendorff
/// (2019), Content analysis, 4th edition, chapter 12. The interval comes from units drawn with
/// replacement (percentile bootstrap), which keeps the codes of a unit together.
public struct KrippendorffAlpha: Hashable, Sendable {
  /// The agreement: 1 for perfect, 0 for chance, below 0 for less.
  public let alpha: Double
  /// Units with at least two codes.
  public let units: Int
  /// Codes in those units.
  public let codes: Int

  /// Computes the agreement.
  ///
  /// - Parameter ratings: for each unit the categories that its coders gave, any numbers; nil where
  ///   a coder gave none. Units with fewer than two codes are left out.
  /// - Throws: an error when fewer than two units are left or all codes are one category.
  public init(_ ratings: [[Int?]]) throws(MemoryScienceError) {
    let units = KrippendorffAlpha.pairable(ratings)
    guard units.count >= 2 else {
      throw .tooFew(
        observed: units.count, needed: 2, what: "the agreement of coders, counted in units")
    }
    guard let alpha = KrippendorffAlpha.alpha(of: units) else {
      throw .unusable(
        "all codes are one category: there is nothing to tell apart, and no agreement beyond chance"
          + " can be computed")
    }
    self.alpha = alpha
    self.units = units.count
    codes = units.reduce(0) { $0 + $1.total }
  }

  /// How often each category was given to a unit.
  private struct Tally {
    let counts: [(category: Int, count: Int)]
    let total: Int
  }

  private static func pairable(_ ratings: [[Int?]]) -> [Tally] {
    ratings.compactMap { unit in
      var counts: [Int: Int] = [:]
      for case let code? in unit { counts[code, default: 0] += 1 }
      let total = counts.values.reduce(0, +)
      guard total >= 2 else { return nil }
      let sorted = counts.sorted { $0.key < $1.key }.map { (category: $0.key, count: $0.value) }
      return Tally(counts: sorted, total: total)
    }
  }

  /// Nil when all codes are one category.
  private static func alpha(of units: [Tally]) -> Double? {
    var totals: [Int: Double] = [:]
    var disagreement = 0.0
    for unit in units {
      // Pairs of different codes within the unit, each unit weighed by its number of codes.
      let size = Double(unit.total)
      let same = unit.counts.reduce(0.0) { $0 + Double($1.count) * Double($1.count) }
      disagreement += (size * size - same) / (size - 1)
      for (category, count) in unit.counts { totals[category, default: 0] += Double(count) }
    }
    let codes = totals.values.reduce(0, +)
    // Whole numbers, so that the order of the dictionary does not matter.
    let expected = (codes * codes - totals.values.reduce(0) { $0 + $1 * $1 }) / (codes - 1)
    return expected > 0 ? 1 - disagreement / expected : nil
  }

  /// An interval by the bootstrap.
  public struct Interval: Hashable, Sendable {
    /// The lower end, in units of alpha.
    public let lower: Double
    /// The upper end, in units of alpha.
    public let upper: Double
    /// Samples in which all codes were one category, so that they have no agreement; they are left
    /// out of the interval.
    public let undefined: Int
  }

  /// The interval of the agreement over samples of units.
  ///
  /// - Parameters:
  ///   - ratings: as for ``init(_:)``.
  ///   - level: the share of samples within, above 0 and below 1.
  ///   - samples: how many samples, 100 to 100,000.
  ///   - seed: the seed of the samples.
  /// - Returns: the interval.
  /// - Throws: an error as of ``init(_:)``, or when half of the samples have no agreement.
  public static func interval(
    of ratings: [[Int?]], level: Double = 0.95, samples: Int = 2000, seed: UInt64
  ) throws(MemoryScienceError) -> Interval {
    guard level > 0, level < 1, (100...100_000).contains(samples) else {
      throw .option("level \(level), \(samples) samples; give a level below 1 and 100 to 100000")
    }
    _ = try KrippendorffAlpha(ratings)
    let units = pairable(ratings)
    var stream = RandomStream(seed: seed)
    var found: [Double] = []
    for _ in 0..<samples {
      let sample = units.indices.map { _ in
        units[min(Int(stream.uniform() * Double(units.count)), units.count - 1)]
      }
      if let alpha = alpha(of: sample) { found.append(alpha) }
    }
    guard found.count * 2 > samples else {
      throw .tooFew(
        observed: units.count, needed: units.count + 1, what: "an interval of the agreement")
    }
    found.sort()
    let tail = (1 - level) / 2
    let last = Double(found.count - 1)
    return Interval(
      lower: found[Int((tail * last).rounded(.down))],
      upper: found[Int(((1 - tail) * last).rounded(.up))], undefined: samples - found.count)
  }
}
