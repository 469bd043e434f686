import Knowledge
import Testing

@Suite struct CrosswalkTests {
  let crosswalk: Crosswalk

  init() throws {
    crosswalk = try #require(
      try Shipped.knowledge.get().crosswalks.first { $0.from == "qids-sr16" && $0.to == "hdrs17" })
  }

  // The published table.
  @Test(arguments: [
    (0, 0...0), (1, 1...2), (5, 7...7), (7, 9...10), (13, 17...17), (14, 18...19), (15, 18...19),
    (16, 20...20), (21, 26...27), (26, 33...35), (27, 36...52),
  ])
  func `a QIDS total goes with its HDRS totals`(_ total: Int, _ expected: ClosedRange<Int>) {
    #expect(crosswalk.totals(for: Double(total)) == expected)
  }

  @Test(arguments: [-1, 28, 5.5, .nan, .infinity, 1e300])
  func `what is no total goes with nothing`(_ total: Double) {
    #expect(crosswalk.totals(for: total) == nil)
  }

  @Test func `it rises and leaves out no total of either`() {
    let ranges = (0...27).compactMap { crosswalk.totals[$0] }
    #expect(ranges.count == 28)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound })
    #expect(Set(ranges.flatMap { Array($0) }) == Set(0...52))
  }

  @Test(arguments: [
    ("- [9, 12, 12]\n", ""), ("[9, 12, 12]", "[9, 12, 14]"), ("[9, 12, 12]", "[9, 13, 13]"),
    ("[27, 36, 52]", "[27, 36, 51]"), ("[27, 36, 52]", "[27, 52, 36]"), ("[0, 0, 0]", "[0, 0]"),
    ("to: hdrs17", "to: hdrs"), ("to: hdrs17", "to: fibser"),
  ])
  func `a table with a gap or a wrong end is refused`(_ old: String, _ new: String) throws {
    let document = try #require(
      try Shipped.documents.get().first { $0.name.hasPrefix("crosswalks/") })
    let changed = document.replacing(old, with: new)
    #expect(changed != document)
    let error = #expect(throws: KnowledgeError.self) { try Shipped.loading(changed) }
    #expect(error?.document == document.name)
  }
}
