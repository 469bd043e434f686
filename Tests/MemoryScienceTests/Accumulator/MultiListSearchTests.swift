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
      return [try MultiListStudy(lists: Array(repeating: list, count: 10))]
    }
  }

  private func target(_ model: MultiListModel) throws -> RecallTarget {
    try RecallTarget(
      (0..<3).map { seed in try model.pattern(of: people(3), seed: UInt64(50 + seed)) })
  }

  @Test func `the same seed finds the same, and bad parameters are named`() throws {
    let target = try target(Self.quick)
    let search = MultiListSearch(evaluationLimit: 8, seed: 3)
    let first = try search.fit(Self.quick, to: target, people: people(2))
    #expect(try first == search.fit(Self.quick, to: target, people: people(2)))
    for parameter in MultiListParameter.of(.none) {
      #expect(parameter.range.contains(first.model[keyPath: parameter.path]))
    }
    #expect(first.model.parameters != Self.quick.parameters)
    // What a model without source region does not have is left alone.
    #expect(first.model.parameters.sourceDrift == Self.quick.parameters.sourceDrift)
    #expect(first.model.source == .none && first.evaluations > 8)
    var broken = Self.quick
    broken.accumulator.stepShare = 0
    #expect(throws: MemoryScienceError.self) {
      try search.fit(broken, to: target, people: people(2))
    }
  }

  @Test func `draws lie all over the bounds, by ratio where these are far apart, the best first`()
    throws
  {
    let target = try target(Self.quick)
    let search = MultiListSearch(evaluationLimit: 40, seed: 4)
    let one = try people(1)
    let draws = try search.draws(like: Self.quick, to: target, people: one)
    #expect(draws.count == 40)
    #expect(draws.map(\.misfit) == draws.map(\.misfit).sorted())
    #expect(try draws == search.draws(like: Self.quick, to: target, people: one))
    for parameter in MultiListParameter.of(.none) {
      let range = parameter.range
      let values = draws.map { $0.model[keyPath: parameter.path] }
      #expect(values.allSatisfy(range.contains), "\(parameter)")
      let isWide = range.lowerBound > 0 && range.upperBound / range.lowerBound > 30
      let middle =
        isWide
        ? (range.lowerBound * range.upperBound).squareRoot()
        : (range.lowerBound + range.upperBound) / 2
      #expect(8...32 ~= values.count { $0 < middle }, "\(parameter)")
    }
    var broken = Self.quick
    broken.accumulator.stepShare = 0
    #expect(throws: MemoryScienceError.self) {
      try search.draws(like: broken, to: target, people: one)
    }
  }

  @Test func `the parameters of a search belong to the model they move`() {
    #expect(MultiListParameter.of(.none).count == 14)
    #expect(Set(MultiListParameter.of(.valence)) == Set(MultiListParameter.allCases))
    #expect(Set(MultiListParameter.allCases.map(\.path)).count == 16)
  }
}
