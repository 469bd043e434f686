import Testing

@testable import Inference

@Suite struct ChanceRanksTests {
  /// Trends 0 … 8 of nine simulated series. Beside any of them stand eight others, beside an observed
  /// one nine, so that a place among ten counts alike: two rise more than 6, as two rise more than 6.5.
  @Test func `a simulated series is placed as an observed one is`() {
    let ranks = ChanceRanks((0..<9).map(Double.init))
    #expect(ranks.shares[6] == 0.3)
    #expect(ranks.share(of: 6.5) == 0.3)
    for place in 0..<9 { #expect(ranks.shares[place] == ranks.share(of: Double(place) + 0.5)) }
  }
}
