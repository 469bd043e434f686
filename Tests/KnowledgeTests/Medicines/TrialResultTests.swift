import Knowledge
import Testing

/// Derived numbers follow from the numbers they are derived from.
@Suite struct TrialResultTests {
  private let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  @Test func `the cumulative remission of STAR*D is 67.1 %`() throws {
    let trial = try #require(knowledge.trials["star-d"])
    var remaining = 1.0
    for step in 1...4 {
      remaining *= 1 - (try #require(trial.value("remission", "step \(step)"))) / 100
    }
    let cumulative = try #require(trial.value("cumulative remission", "all steps"))
    #expect(abs(100 * (1 - remaining) - 67.1) < 0.05)
    #expect(abs(100 * (1 - remaining) - cumulative) < 0.05)
    #expect(trial.value("cumulative remission", "reanalysis on protocol") == 35)
  }

  @Test func `the number needed to treat of measurement-based care is 2.2`() throws {
    let trial = try #require(knowledge.trials["guo-2015"])
    let one = try #require(trial.value("remission", "measurement-based care"))
    let other = try #require(trial.value("remission", "standard care"))
    let needed = try #require(
      trial.outcomes.first { $0.measure.hasPrefix("number needed") })
    #expect(abs(1 / ((one - other) / 100) - needed.value) < 0.05)
    #expect(needed.evidence.certainty == .derived)
  }

  @Test func `remission in ESCAPE-TRD is the share of its counts`() throws {
    let trial = try #require(knowledge.trials["escape-trd-2023"])
    #expect(
      abs(try #require(trial.value("remission at week 8", "esketamine")) - 9_100.0 / 336) < 0.05)
    #expect(
      abs(try #require(trial.value("remission at week 8", "quetiapine")) - 6_000.0 / 340) < 0.06)
    #expect(trial.participants == 336 + 340)
  }
}
