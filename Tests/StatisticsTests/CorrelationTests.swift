import Statistics
import TestKit
import Testing

@Suite struct CorrelationTests {
  /// Reference: RECIPES.md of the reference data, "Self-reference, SRET", n = 371.
  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `drift about oneself goes with depression as in the reference`() throws {
    let columns = try SharedData.columns("memory/sret_adolescents_ddm_beset.csv")
    func column(_ name: String) throws -> [Double] {
      try #require(columns[name]).compactMap(Double.init)
    }
    let depression = try column("dep")
    #expect(depression.count == 371)
    for (name, pearson, spearman) in [("v.negative", 0.612, 0.546), ("v.positive", -0.558, -0.551)]
    {
      let drift = try column(name)
      let byValue = try #require(Correlation(drift, depression))
      let byRank = try #require(Correlation(ofRanks: drift, depression))
      #expect(abs(byValue.coefficient - pearson) < 5e-4)
      #expect(abs(byRank.coefficient - spearman) < 5e-4)
    }
  }

  /// By hand: deviations -1, 0, 1 and -2, 1, 1 have products 3 and squares 2 and 6.
  @Test func `small columns have their coefficient`() throws {
    let byValue = try #require(Correlation([1, 2, 3], [1, 4, 4]))
    #expect(abs(byValue.coefficient - 3 / 12.0.squareRoot()) < 1e-15 && byValue.count == 3)
    // Ranks 1, 2.5, 2.5: products 1.5, squares 2 and 1.5.
    let byRank = try #require(Correlation(ofRanks: [10, 20, 300], [1, 4, 4]))
    #expect(abs(byRank.coefficient - 1.5 / 3.0.squareRoot()) < 1e-15)
    #expect(Correlation(ofRanks: [1, 2, 3, 9], [1, 8, 27, 1000])?.coefficient == 1)
  }

  @Test func `columns without a correlation have none`() {
    #expect(Correlation([1, 2], [1, 2]) == nil)
    #expect(Correlation([1, 2, 3], [1, 2]) == nil)
    #expect(Correlation([1, 1, 1], [1, 2, 3]) == nil)
    #expect(Correlation([1, 2, .nan], [1, 2, 3]) == nil)
    #expect(Correlation(ofRanks: [1, 2, .infinity], [1, 2, 3]) == nil)
  }

  @Test func `sizes of values do not matter`() throws {
    let x = [1.0, 2, 3, 5], y = [2.0, 1, 4, 3]
    let plain = try #require(Correlation(x, y))
    for scale in [1e-200, 1e200] {
      let scaled = try #require(Correlation(x.map { $0 * scale }, y.map { $0 * scale }))
      #expect(abs(scaled.coefficient - plain.coefficient) < 1e-12)
    }
  }

  @Test func `the interval holds the correlation of normal pairs about as often as it says`() throws
  {
    var stream = RandomStream(seed: 4)
    var held = 0
    for _ in 0..<400 {
      let x = (0..<28).map { _ in stream.normal() }
      let y = x.map { 0.5 * $0 + 0.75.squareRoot() * stream.normal() }
      let found = try #require(Correlation(x, y))
      held += found.interval(0.95).contains(0.5) ? 1 : 0
    }
    // 380 expected, standard deviation 4.4.
    #expect((366...394).contains(held))
    let exact = try #require(Correlation([1, 2, 3, 4], [2, 4, 6, 8]))
    #expect(exact.interval(0.95) == 1...1)
  }
}
