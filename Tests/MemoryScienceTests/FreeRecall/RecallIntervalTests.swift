import TestKit
import Testing

@testable import MemoryScience

struct RecallIntervalTests {
  /// Lists of which the first few words are recalled.
  private func data(_ counts: [Int], length: Int = 12) throws -> RecallData {
    let items = (1...length).map { "w\($0)" }
    return try RecallData(
      counts.enumerated().map { index, count in
        StudyList(
          subject: "a", number: index + 1, items: items, recalls: Array(items.prefix(count)))
      })
  }

  private func expect(
    _ interval: RecallInterval, _ lower: Double, _ upper: Double, within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      abs((interval.bounds?.lowerBound ?? .nan) - lower) < tolerance,
      sourceLocation: sourceLocation)
    #expect(
      abs((interval.bounds?.upperBound ?? .nan) - upper) < tolerance,
      sourceLocation: sourceLocation)
  }

  /// Expected: `scipy.stats.bootstrap` of scipy 1.17 with 200,000 resamples.
  @Test func `the bootstrap of a mean is scipy's`() throws {
    let counts = [3, 5, 2, 9, 4, 4, 7, 1, 6, 12, 3, 5, 4, 8, 2, 3, 5, 6, 4, 10]
    let analysis = try data(counts).recallCounts()
    let corrected = try analysis.intervals(for: "a", method: .bca, replicates: 10_000, seed: 1)
    expect(corrected[0], 4.1, 6.55, within: 0.051)
    let plain = try analysis.intervals(for: "a", method: .percentile, replicates: 10_000, seed: 1)
    expect(plain[0], 4.0, 6.4, within: 0.051)
    #expect(plain[1] == .unknown("the same in all lists"))
  }

  /// Lists of 40 items have 79 lags, and pairs of lags are 6241 bins.
  @Test func `bins beyond the memory take turns`() {
    let turns = Bootstrap.turns(
      Array(0..<6241), replicates: 100_000, keeping: Bootstrap.mostKept)
    #expect(turns.flatMap(\.self) == Array(0..<6241))
    #expect(turns.allSatisfy { 1...40 ~= $0.count })
    #expect(Bootstrap.turns([3, 5], replicates: 100, keeping: 1) == [[3], [5]])
    #expect(Bootstrap.turns([], replicates: 100, keeping: 1).isEmpty)
  }

  @Test(arguments: [false, true]) func `turns change no interval`(corrected: Bool) throws {
    let counts = [3, 5, 2, 9, 4, 4, 7, 1, 6, 12, 3, 5]
    let analysis = try data(counts).serialPositionCurve()
    let together = try analysis.drawn(0, corrected, level: 0.95, replicates: 200, seed: 1)
    #expect(together.contains { $0.bounds != nil })
    for kept in [1, 500] {
      let apart = try analysis.drawn(
        0, corrected, level: 0.95, replicates: 200, seed: 1, keeping: kept)
      #expect(apart == together)
    }
  }

  /// Expected: the same, of the ratio of sums of pairs.
  @Test func `the bootstrap of a ratio is scipy's`() throws {
    let pairs = [
      (1, 4), (0, 3), (2, 5), (5, 6), (1, 2), (0, 4), (4, 5), (0, 3), (1, 2), (3, 6), (0, 1),
      (2, 7),
    ]
    let items = (1...8).map { "w\($0)" }
    let data = try RecallData(
      pairs.enumerated().map { index, pair in
        StudyList(
          subject: "a", number: index + 1, items: items,
          attributes: ["kind": (1...8).map { $0 <= pair.1 ? "x" : "y" }],
          recalls: Array(items.prefix(pair.0)))
      })
    let analysis = try data.recallProbability(by: "kind")
    #expect(analysis.people[0].cells[0].value == 19.0 / 48)
    let corrected = try analysis.intervals(for: "a", replicates: 10_000, seed: 3)
    expect(corrected[0], 0.238095, 0.586957, within: 0.008)
    let plain = try analysis.intervals(for: "a", method: .percentile, replicates: 10_000, seed: 3)
    expect(plain[0], 0.216216, 0.565217, within: 0.008)
  }

  /// Expected: `scipy.stats.binomtest(k, n).proportion_ci(0.95, 'exact')`.
  @Test(arguments: [
    (0, 10, 0.0, 0.30849710781876294), (5, 10, 0.1870860284474045, 0.8129139715525955),
    (10, 10, 0.6915028921812371, 1.0), (3, 48, 0.013079244409552646, 0.1719599307905705),
    (47, 48, 0.8893038394068478, 0.9994726847465103),
  ])
  func `the exact interval is that of Clopper and Pearson`(
    recalled: Int, lists: Int, lower: Double, upper: Double
  ) throws {
    let curve = try data((0..<lists).map { $0 < recalled ? 1 : 0 }).serialPositionCurve()
    let interval = try curve.intervals(for: "a", seed: 1)[0]
    expect(interval, lower, upper, within: 1e-12)
  }

  /// Expected: Student's t with 4 degrees of freedom, 2.7764451 (scipy).
  @Test func `the interval of a group is Student's`() throws {
    let items = (1...10).map { "w\($0)" }
    let data = try RecallData(
      [2, 4, 5, 6, 8].enumerated().map { index, count in
        StudyList(
          subject: "\(index)", number: 1, items: items, recalls: Array(items.prefix(count)))
      })
    let group = try data.recallCounts().group()[0]
    #expect(group.people == 5)
    #expect(group.mean == 5)
    #expect(abs((group.standardError ?? 0) - 1) < 1e-14)
    expect(group.interval, 5 - 2.7764451051977934, 5 + 2.7764451051977934, within: 1e-9)
  }

  @Test func `what cannot be said is said`() throws {
    let few = try data([3, 4, 5]).recallCounts()
    #expect(
      throws: MemoryScienceError.tooFew(
        observed: 3, needed: 10, what: "an interval of the number of recalls, in lists")
    ) { try few.intervals(for: "a", seed: 1) }
    let enough = try data(Array(1...10)).lagCRP()
    #expect(throws: MemoryScienceError.option("lag-CRP has no exact interval; use a bootstrap")) {
      try enough.intervals(for: "a", method: .exact, seed: 1)
    }
    #expect(throws: MemoryScienceError.option("there is no subject b")) {
      try enough.intervals(for: "b", seed: 1)
    }
    #expect(throws: MemoryScienceError.self) {
      try enough.intervals(for: "a", level: 1, seed: 1)
    }
    #expect(throws: MemoryScienceError.self) {
      try enough.intervals(for: "a", replicates: 10, seed: 1)
    }
    #expect(throws: MemoryScienceError.self) { try enough.group(level: .nan) }
    #expect(try enough.group()[0].mean == nil)
    let lags = try enough.intervals(for: "a", seed: 1)
    #expect(lags[11] == .unknown("it never could have happened"))
  }

  @Test func `a seed gives the same interval again, another one another`() throws {
    let analysis = try data([3, 5, 2, 9, 4, 4, 7, 1, 6, 12, 3]).recallCounts()
    let first = try analysis.intervals(for: "a", replicates: 500, seed: 1)
    #expect(try analysis.intervals(for: "a", replicates: 500, seed: 1) == first)
    #expect(try analysis.intervals(for: "a", replicates: 500, seed: 2) != first)
  }

  /// With 10 lists a bootstrap is too short, yet not by much; with 3 it would be useless.
  @Test func `an interval from the fewest lists holds the truth in 85 of 100 people`() throws {
    var random = SeededRandom(seed: 11)
    var held = 0
    for _ in 0..<200 {
      let counts = (0..<RecallInterval.fewestLists).map { _ in
        (0..<12).count { _ in random.next() % 2 == 0 }
      }
      let analysis = try data(counts).recallCounts()
      let interval = try analysis.intervals(for: "a", replicates: 200, seed: random.next())[0]
      if interval.bounds?.contains(6) == true { held += 1 }
    }
    #expect(held >= 170)
    #expect(held < 200)
  }
}
