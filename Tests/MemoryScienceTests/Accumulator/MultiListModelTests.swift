import MemoryScience
import Statistics
import Testing

@Suite struct MultiListModelTests {
  /// Small lists and short recall, so that a slow build is quick enough.
  private static let small: MultiListModel = {
    var parameters = RetrievedContextParameters()
    parameters.encodingDrift = 0.5
    parameters.recallDrift = 0.6
    parameters.itemToContextRate = 0.6
    parameters.contextToItemRate = 0.8
    parameters.sourceToItemRate = 0.6
    parameters.sourceDrift = 0.5
    var accumulator = AccumulatorParameters.plain
    accumulator.recallSeconds = 6
    accumulator.stepSeconds = 0.04
    accumulator.stepShare = 0.04
    accumulator.betweenListDrift = 0.6
    accumulator.distractorDrift = 0.3
    accumulator.reportThreshold = 0.2
    return MultiListModel(parameters: parameters, accumulator: accumulator, source: .valence)
  }()

  private static let lists: [[Valence]] = [
    [.neutral, .negative, .positive, .neutral, .negative, .neutral],
    [.positive, .neutral, .neutral, .negative, .neutral, .positive],
    [.neutral, .neutral, .negative, .positive, .negative, .neutral],
  ]

  /// Numbers of one session: recalls, intrusions, held back, seconds of the first recall.
  private struct Summary {
    var values = [0.0, 0, 0, 0]
    mutating func add(
      _ list: Int, _ origin: Int, _ seconds: Double, _ isReported: Bool, first: Bool
    ) {
      values[0] += isReported && origin == list ? 1 : 0
      values[1] += isReported && origin != list ? 1 : 0
      values[2] += isReported ? 0 : 1
      values[3] += first ? seconds : 0
    }
  }

  private func fast(_ model: MultiListModel, sessions: Int) throws -> [Summary] {
    let study = try MultiListStudy(lists: Self.lists)
    return try (0..<sessions).map { session in
      var summary = Summary()
      for (list, recalls) in try model.simulate(study, seed: 1, session: session).enumerated() {
        for (index, recall) in recalls.enumerated() {
          summary.add(list, recall.list, recall.seconds, recall.isReported, first: index == 0)
        }
      }
      return summary
    }
  }

  private func plain(_ model: MultiListModel, sessions: Int) -> [Summary] {
    (0..<sessions).map { session in
      var random = RandomStream(seed: 2, stream: UInt64(session))
      var summary = Summary()
      let periods = MultiListReference(model: model, lists: Self.lists).simulate(&random)
      for (list, period) in periods.enumerated() {
        for (index, recall) in period.enumerated() {
          summary.add(
            list, recall.item / 6, recall.seconds, recall.isReported, first: index == 0)
        }
      }
      return summary
    }
  }

  /// Standard errors between two sets of sessions, for each number.
  private func distances(_ first: [Summary], _ second: [Summary]) -> [Double] {
    func moments(_ set: [Summary], _ index: Int) -> (mean: Double, error: Double) {
      let values = set.map { $0.values[index] }
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (mean, squares / Double(values.count - 1) / Double(values.count))
    }
    return (0..<4).map { index in
      let (one, two) = (moments(first, index), moments(second, index))
      return (one.mean - two.mean) / max((one.error + two.error).squareRoot(), 1e-9)
    }
  }

  @Test func `agrees with the formulas written out plainly, and a changed formula is found out`()
    throws
  {
    var model = Self.small
    let found = try fast(model, sessions: 24)
    let expected = plain(model, sessions: 24)
    for distance in distances(found, expected) { #expect(abs(distance) < 4) }
    // The control: noise a third smaller.
    model.accumulator.noise *= 0.67
    let off = try fast(model, sessions: 24)
    #expect(distances(off, expected).contains { abs($0) > 4 })
  }

  @Test(arguments: SourceInput.allCases)
  func `without noise the retrievals are those of the formulas, one by one`(_ input: SourceInput)
    throws
  {
    var model = Self.small
    model.sourceInput = input
    model.accumulator.noise = 0
    model.accumulator.recallSeconds = 40
    var random = RandomStream(seed: 1)
    let expected = MultiListReference(model: model, lists: Self.lists).simulate(&random)
    let study = try MultiListStudy(lists: Self.lists)
    let found = try model.simulate(study, seed: 1, session: 0)
    #expect(expected.allSatisfy { $0.count > 1 })
    for (period, recalls) in zip(expected, found) {
      #expect(period.map(\.item) == recalls.map { 6 * $0.list + $0.place })
      #expect(period.map(\.isReported) == recalls.map(\.isReported))
      for (one, other) in zip(period, recalls) {
        // Single precision may cross a threshold a step sooner or later.
        #expect(abs(one.seconds - other.seconds) < 0.2)
      }
    }
  }

  @Test func `a session depends on its seed and number alone`() throws {
    let study = try MultiListStudy(lists: Self.lists)
    let first = try Self.small.simulate(study, seed: 4, session: 7)
    #expect(try Self.small.simulate(study, seed: 4, session: 7) == first)
    #expect(try Self.small.simulate(study, seed: 4, session: 8) != first)
    #expect(try Self.small.simulate(study, seed: 5, session: 7) != first)
    // The first list does not know what will be studied later.
    let short = try MultiListStudy(lists: [Self.lists[0]])
    #expect(
      try Self.small.simulate(short, seed: 4, session: 7)[0].map(\.place) == first[0].map(\.place))
  }

  @Test func `threads do not change a result`() async throws {
    let study = try MultiListStudy(lists: Self.lists)
    let model = Self.small
    let alone = try (0..<6).map { try model.simulate(study, seed: 4, session: $0) }
    let together = await withTaskGroup(of: (Int, [[SimulatedRecall]]?).self) { group in
      for session in 0..<6 {
        group.addTask { (session, try? model.simulate(study, seed: 4, session: session)) }
      }
      var found: [Int: [[SimulatedRecall]]] = [:]
      for await (session, recalls) in group { found[session] = recalls }
      return found
    }
    for session in 0..<6 { #expect(together[session] == alone[session]) }
  }

  @Test func `items of earlier lists come to mind, fewer after a longer pause`() throws {
    func intrusions(_ drift: Double) throws -> Double {
      var model = Self.small
      model.accumulator.betweenListDrift = drift
      model.accumulator.reportThreshold = -2
      return try fast(model, sessions: 12).reduce(0) { $0 + $1.values[1] }
    }
    let near = try intrusions(0.1)
    let far = try intrusions(1)
    #expect(near > far + 5)
  }

  @Test func `refuses what cannot be simulated`() throws {
    #expect(throws: MemoryScienceError.self) { try MultiListStudy(lists: []) }
    #expect(throws: MemoryScienceError.self) { try MultiListStudy(lists: [[.neutral], []]) }
    #expect(throws: MemoryScienceError.self) {
      try MultiListStudy(lists: [[Valence](repeating: .neutral, count: 5000)])
    }
    let study = try MultiListStudy(lists: [[.neutral]])
    for change: (inout MultiListModel) -> Void in [
      { $0.accumulator.noise = .nan }, { $0.accumulator.recallSeconds = .infinity },
      { $0.accumulator.competingLists = .max }, { $0.accumulator.stepShare = 0 },
      { $0.parameters.encodingDrift = 2 }, { $0.accumulator.retrievalLimit = -1 },
    ] {
      var model = Self.small
      change(&model)
      #expect(throws: MemoryScienceError.self) {
        try model.simulate(study, seed: 1, session: 0)
      }
    }
    #expect(try Self.small.simulate(study, seed: 1, session: -5).count == 1)
  }
}
