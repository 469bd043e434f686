import Testing

@testable import Simulation

/// Against scipy 1.x: `ttest_1samp(x, 0, alternative="greater")` and least squares of `y ~ group + x`.
@Suite struct GroupTestTests {
  @Test func `the paired test is that of the textbook`() {
    // t = 3 / (sqrt(2.5) / sqrt(5)) = 4.242641 on 4 degrees of freedom.
    #expect(abs(GroupTest.paired([1, 2, 3, 4, 5]) - 0.0066177998) < 1e-9)
    #expect(GroupTest.paired([-1, -2, -3, -4, -5]) > 0.99)
    #expect(GroupTest.paired([1]) == 1 && GroupTest.paired([0, 0]) == 1)
  }

  @Test func `the analysis of covariance is that of the linear model`() {
    let one = zip([5.0, 7, 6, 9], [1.0, 2, 3, 4]).map { (outcome: $0, covariate: $1) }
    let other = zip([3.0, 4, 6, 5], [1.0, 2, 3, 4]).map { (outcome: $0, covariate: $1) }
    // Difference 2.25 with slope 0.95 on 5 degrees of freedom.
    let p = GroupTest.covariance(one, other)
    #expect(abs(p - 0.0221184667) < 1e-9)
    #expect(GroupTest.covariance(one, one) == 1)
  }

  @Test func `weighted means without people find nothing`() {
    #expect(GroupTest.weighted([(outcome: 1, one: 1, other: 0)]) == 1)
    let people = (0..<50).map { (index: Int) -> (outcome: Double, one: Double, other: Double) in
      let isFirst = index < 25
      let outcome = Double(index % 2) + (isFirst ? 0.0 : 2.0)
      return (outcome: outcome, one: isFirst ? 1.0 : 0.0, other: isFirst ? 0.0 : 1.0)
    }
    #expect(GroupTest.weighted(people) < 1e-6)
  }
}
