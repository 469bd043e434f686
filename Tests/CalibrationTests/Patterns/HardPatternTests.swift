import Inference
import Statistics
import Testing

/// Nobody is shown a pattern where the model of the search is wrong but nothing acts on the outcome.
@Suite struct HardPatternTests {
  private struct Finding: Sendable {
    let isShown: Bool
    let isNaive: Bool
    let isCorrected: Bool
  }

  @Test func `people who break the model are shown no pattern either`() async throws {
    var table = Table(
      "A pattern shown to people who break the model (15 questions each)", "world", "people",
      "shown %", "plain correlations %", "with Bonferroni %")
    for (index, world) in HardPatternWorld.allCases.enumerated() {
      let people = try await findings(world, seed: 340 + UInt64(index))
      let shares = [\Finding.isShown, \.isNaive, \.isCorrected].map { key in
        Double(people.count { $0[keyPath: key] }) / Double(max(people.count, 1))
      }
      let cells = shares.map { (100 * $0).formatted(1) }
      table.add(world.rawValue, "\(people.count)", cells[0], cells[1], cells[2])
      #expect(people.count > 0 && shares[0] <= 0.05, "\(world.rawValue)")
      #expect(shares[1] > 0.05, "\(world.rawValue)")
    }
    table.print()
  }

  /// People whose diary was not refused.
  private func findings(_ world: HardPatternWorld, seed: UInt64) async throws -> [Finding] {
    try await People.simulate(People.count(250), seed: seed) { stream -> Finding? in
      let person = try world.person(&stream)
      var settings = PatternSettings()
      settings.effectOfInterest = 2
      guard
        let patterns = try? Patterns.found(
          in: person.outcome, predictors: person.predictors, settings: settings)
      else { return nil }
      let questions = Double(settings.lags.count * person.predictors.count)
      return Finding(
        isShown: !patterns.shown.isEmpty,
        isNaive: NaivePatterns.finds(person, lags: settings.lags),
        isCorrected: NaivePatterns.finds(person, lags: settings.lags, level: 0.05 / questions))
    }.compactMap(\.self)
  }
}
