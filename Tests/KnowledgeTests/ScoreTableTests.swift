import Knowledge
import Testing

@Suite struct ScoreTableTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  private func table(_ id: InstrumentID) throws -> ScoreTable {
    let rule = try knowledge.instrument(id).scoring?.rule
    let table: ScoreTable? = if case .tScore(let table) = rule { table } else { nil }
    return try #require(table)
  }

  // The reprinted table of HealthMeasures, and the general one of the short form of four.
  @Test(
    arguments: [
      ("promis-depression-8a", 8, 38.2), ("promis-depression-8a", 16, 55.1),
      ("promis-depression-8a", 24, 62.1), ("promis-depression-8a", 36, 73.9),
      ("promis-depression-8a", 40, 81.3), ("promis-depression-4a", 4, 41),
      ("promis-depression-4a", 5, 49), ("promis-depression-4a", 20, 79.4),
    ] as [(InstrumentID, Int, Double)])
  func `a sum has its T-score`(_ id: InstrumentID, _ sum: Int, _ score: Double) throws {
    #expect(try table(id).row(forSum: sum)?.score == score)
  }

  @Test func `the wrong table that circulates is not ours`() throws {
    let scores = try table("promis-depression-4a").rows.map(\.score)
    #expect(!scores.contains(32.2) && !scores.contains(37))
    #expect(scores.count == 17)
    #expect(try table("promis-depression-8a").rows.count == 33)
    #expect(try table("promis-depression-8a").row(forSum: 7) == nil)
  }

  // 1.96·√(1.7² + 1.8²) = 4.853: 61.2 to 66.8 is beyond it, 61.2 to 65.8 is not.
  @Test func `a change counts when it is beyond the errors of both scores`() throws {
    let promis = try knowledge.instrument("promis-depression-8a")
    #expect(promis.isReliableChange(from: 61.2, to: 66.8) == true)
    #expect(promis.isReliableChange(from: 66.8, to: 61.2) == true)
    #expect(promis.isReliableChange(from: 61.2, to: 65.8) == false)
    // At the lowest score the error is 5.7: 1.96·√(5.7² + 1.7²) = 11.66.
    #expect(promis.isReliableChange(from: 49.4, to: 38.2) == false)
    #expect(promis.isReliableChange(from: 61, to: 66.8) == nil, "61 is not in the table")
  }

  @Test func `without standard errors nothing is called reliable`() throws {
    let promis = try knowledge.instrument("promis-depression-4a")
    #expect(promis.isReliableChange(from: 41, to: 79.4) == nil)
    #expect(try table("promis-depression-4a").rows.allSatisfy { $0.standardError == nil })
  }

  @Test func `other instruments go by their reliable change`() throws {
    let phq9 = try knowledge.instrument("phq9")
    #expect(phq9.isReliableChange(from: 15, to: 9) == true)
    #expect(phq9.isReliableChange(from: 15, to: 10) == false)
    #expect(phq9.isReliableChange(from: 15, to: 28) == nil)
    #expect(try knowledge.instrument("phq2").isReliableChange(from: 6, to: 0) == nil)
  }

  @Test(arguments: [
    ("[8, 38.2, 5.7]", "[7, 38.2, 5.7]"), ("- [20, 58.5, 1.7]\n", ""),
    ("[20, 58.5, 1.7]", "[20, 57.6, 1.7]"), ("[20, 58.5, 1.7]", "[20, 58.5, 0]"),
    ("[20, 58.5, 1.7]", "[20]"), ("[40, 81.3, 3.4]", "[40, 81.4, 3.4]"),
    ("values: [1, 5]", "values: [1, 4]"), ("step: 0.1", "step: 1"), ("step: 0.1", "step: 0"),
    ("direction: higherIsWorse", "direction: higherIsWorse\n  prorates: true"),
  ])
  func `a table that leaves out a sum or does not rise is refused`(_ old: String, _ new: String)
    throws
  {
    let document = try #require(
      try Shipped.documents.get().first { $0.name.hasSuffix("promis-depression-8a.yaml") })
    let changed = document.replacing(old, with: new)
    #expect(changed != document)
    let error = #expect(throws: KnowledgeError.self) { try Shipped.loading(changed) }
    #expect(error?.document == document.name)
  }
}
