import MemoryScience
import Testing

@Suite struct MultiListSearchTests {
  /// Lists, a race and a recall period so short that a slow build is quick enough.
  private static let quick: MultiListModel = {
    var model = MultiListModel.kahana2002
    model.accumulator.recallSeconds = 20
    model.accumulator.stepSeconds = 0.25
    model.accumulator.stepShare = 0.25
    model.accumulator.retrievalLimit = 10
    return model
  }()

  private func people(_ count: Int) throws -> [[MultiListStudy]] {
    let valences: [Valence] = [
      .negative, .neutral, .positive, .positive, .negative, .negative, .neutral, .positive,
    ]
    return try (0..<count).map { person in
      // Each person meets the valences in an order of their own.
      let list = (0..<8).map { valences[($0 * 3 + person) % 8] }
      return [try MultiListStudy(lists: Array(repeating: list, count: 14))]
    }
  }

  private func target(_ model: MultiListModel) throws -> RecallTarget {
    try RecallTarget(
      (0..<3).map { seed in try model.pattern(of: people(3), seed: UInt64(50 + seed)) })
  }

  @Test func `comes nearer to people whose parameters it does not know`() throws {
    var truth = Self.quick
    truth.parameters.encodingDrift = 0.3
    let target = try target(truth)
    let before = try target.misfit(Self.quick.pattern(of: people(3), seed: 7))
    let finding = try MultiListSearch(evaluationLimit: 40, seed: 3)
      .fit(Self.quick, to: target, people: people(3))
    let after = try target.misfit(finding.model.pattern(of: people(3), seed: 7))
    #expect(finding.evaluations <= 55)
    #expect(after < 0.7 * before, "\(before) \(after)")
    for parameter in MultiListParameter.of(.none) {
      #expect(parameter.range.contains(finding.model[keyPath: parameter.path]))
    }
    // What a model without source region does not have is left alone.
    #expect(finding.model.parameters.sourceDrift == Self.quick.parameters.sourceDrift)
    #expect(finding.model.source == .none)
  }

  @Test func `the same seed finds the same, and bad parameters are named`() throws {
    let target = try target(Self.quick)
    let search = MultiListSearch(evaluationLimit: 8, seed: 3)
    let first = try search.fit(Self.quick, to: target, people: people(2))
    #expect(try first == search.fit(Self.quick, to: target, people: people(2)))
    var broken = Self.quick
    broken.accumulator.stepShare = 0
    #expect(throws: MemoryScienceError.self) {
      try search.fit(broken, to: target, people: people(2))
    }
  }

  @Test func `the parameters of a search belong to the model they move`() {
    #expect(MultiListParameter.of(.none).count == 14)
    #expect(Set(MultiListParameter.of(.valence)) == Set(MultiListParameter.allCases))
    #expect(Set(MultiListParameter.allCases.map(\.path)).count == 16)
  }
}
