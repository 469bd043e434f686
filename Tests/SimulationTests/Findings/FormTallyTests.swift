import Testing

@testable import Simulation

@Suite struct FormTallyTests {
  /// Four people with totals 4, 5, 10 and 20, who had 20 each; in the other group they have 4, 12, 10, 16.
  private var tally: FormTally {
    var tally = FormTally(day: 7)
    for (total, other) in [(4, 4), (5, 12), (10, 10), (20, 16)] {
      tally.add(total, first: 20, other: other)
    }
    return tally
  }

  @Test func `shares and quantiles are those of the people`() {
    #expect(tally.people == 4 && tally.sum.mean == 9.75)
    #expect(tally.response == 0.75 && tally.remission == 0.25)
    #expect([0.1, 0.25, 0.5, 0.75, 0.9].map(tally.quantile) == [4, 4, 5, 10, 20])
    #expect(FormTally(day: 7).quantile(0.5) == nil && FormTally(day: 7).response == nil)
  }

  @Test func `differences are those of the same people`() {
    // 0, -7, 0, 4: mean -0.75, variance (65 - 4 * 0.5625) / 3.
    #expect(tally.difference.mean == -0.75)
    #expect(abs((tally.difference.deviation ?? 0) - (62.75 / 3).squareRoot()) < 1e-12)
    #expect(tally.responseDifference.sum == 1 && tally.remissionDifference.sum == 0)
  }
}
