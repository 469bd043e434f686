import Knowledge
import Testing

/// Rules on single answers beside the total, with skipped items.
@Suite struct CriterionTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  private func result(_ id: InstrumentID, _ answers: [Int?]) throws -> ItemCriterion.Result? {
    let instrument = try knowledge.instrument(id)
    let scales = try #require(instrument.scoring?.scales)
    let given = zip(scales, answers).compactMap { scale, value in value.map { (scale.item, $0) } }
    return try instrument.score(Dictionary(uniqueKeysWithValues: given)).criterion
  }

  @Test(arguments: [
    ([2, 0, 2, 2, 2, 2, 0, 0, 0], true), ([2, 0, 2, 2, 2, 0, 0, 0, 1], true),
    ([1, 1, 2, 2, 2, 2, 2, 0, 0], false), ([2, 0, 2, 2, 2, 1, 1, 1, 0], false),
    ([3, 3, 3, 3, 3, 3, 3, 3, 3], true), ([0, 0, 0, 0, 0, 0, 0, 0, 3], false),
  ])
  func `the count of symptoms asks for five, one of them among the first two`(
    _ answers: [Int], _ isMet: Bool
  ) throws {
    #expect(try result("phq9", answers) == (isMet ? .met : .notMet))
  }

  @Test func `a skipped item that decides makes the criterion unknown`() throws {
    #expect(
      try result("phq9", [2, 0, 2, 2, 2, 0, 0, 0, nil]) == .unknown(missing: ["q9"]))
    #expect(try result("phq9", [2, 0, 2, 2, 2, 2, 0, 0, nil]) == .met)
    #expect(try result("phq9", [0, 0, 2, 2, 2, 2, 2, 2, nil]) == .notMet)
    #expect(try result("phq9", [nil, nil, 0, 0, 0, 0, 0, 0, 0]) == .notMet)
  }

  @Test(arguments: [
    ([5, 1, 1, 1, 1], true), ([4, 4, 4, 1, 1], true), ([4, 4, 3, 3, 3], false),
    ([3, 3, 3, 3, 3], false),
  ])
  func `one answer of 5 or three of 4 meet the criterion of ASEX`(_ answers: [Int], _ isMet: Bool)
    throws
  {
    #expect(try result("asex", answers) == (isMet ? .met : .notMet))
  }

  @Test(arguments: [
    ([2, 2, 0, 0, 0, 0, 0], true), ([3, 0, 0, 0, 0, 0, 0], true),
    ([2, 1, 1, 1, 1, 1, 1], false),
  ])
  func `2 in two areas or 3 in one meet the criterion of AIMS`(_ answers: [Int], _ isMet: Bool)
    throws
  {
    #expect(try result("aims", answers) == (isMet ? .met : .notMet))
  }

  /// Brute force over all completions of random forms with gaps.
  @Test func `unknown means that the gaps decide`() throws {
    var generator = Congruential(state: 5)
    for _ in 0..<60 {
      let form = (0..<5).map { _ in
        generator.next(below: 3) == 0 ? nil : 1 + generator.next(below: 6)
      }
      var results: Set<ItemCriterion.Result> = []
      let gaps = form.indices.filter { form[$0] == nil }
      guard gaps.count < 4 else { continue }
      for number in 0..<[1, 6, 36, 216][gaps.count] {
        var filled = form
        var rest = number
        for gap in gaps {
          filled[gap] = 1 + rest % 6
          rest /= 6
        }
        results.insert(try #require(try result("asex", filled)))
      }
      switch try result("asex", form) {
      case .unknown: #expect(results.count == 2)
      case let certain: #expect(results == Set([certain].compactMap { $0 }))
      }
    }
  }

  @Test func `instruments without a criterion have no result`() throws {
    #expect(try result("gad7", [1, 1, 1, 1, 1, 1, 1]) == nil)
  }
}
