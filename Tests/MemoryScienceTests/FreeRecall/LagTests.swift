import MemoryScience
import Testing

/// Measures of order on lists small enough to count by hand.
struct LagTests {
  /// Data of one list whose words are "1", "2" and so on.
  private func data(length: Int, _ recalls: [Int]) throws -> RecallData {
    try RecallData([
      StudyList(
        subject: "a", number: 1, items: (1...length).map { "\($0)" },
        recalls: recalls.map { "\($0)" })
    ])
  }

  /// `RECIPES.md` of the reference data: the second 4 is neither a target nor a start.
  @Test func `the lag-CRP of the small case is exact`() throws {
    let cells = try #require(data(length: 8, [1, 3, 4, 8, 5, 4, 7, 6]).lagCRP()["a"]).cells
    #expect(cells.map(\.actual) == [0, 0, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 0, 0])
    #expect(cells.map(\.possible) == [0, 1, 1, 0, 1, 2, 3, 0, 3, 3, 3, 3, 2, 1, 1])
    #expect(cells[0].value == nil)
    #expect(cells[8].value == 1.0 / 3)
  }

  @Test func `the small case counts the transition out of a repeat if it is no repeat`() throws {
    let cells = try #require(data(length: 8, [1, 3, 4, 8, 5, 2, 7, 6]).lagCRP()["a"]).cells
    #expect(cells.map(\.actual).reduce(0, +) == 7)
  }

  @Test func `transitions go from the previous to the current position`() throws {
    let analysis = try data(length: 3, [3, 1]).inputCRP()
    let made = zip(analysis.bins, analysis.people[0].cells).filter { $1.actual > 0 }
    #expect(made.map(\.0.previous) == [3])
    #expect(made.map(\.0.current) == [1])
  }

  @Test func `compound lags need three correct recalls in a row`() throws {
    let three = try data(length: 4, [4, 2, 1]).compoundLagCRP()
    let possible = zip(three.bins, three.people[0].cells).filter { $1.possible > 0 }
    #expect(Set(possible.map { [$0.0.previous, $0.0.current] }) == [[-2, -1], [-2, 1]])
    let broken = try data(length: 4, [4, 2, 9, 1]).compoundLagCRP()
    #expect(broken.people[0].cells.allSatisfy { $0.possible == 0 })
  }

  @Test func `the lag rank of a recall in order is 1, and of the farthest steps 0`() throws {
    #expect(try data(length: 6, [1, 2, 3, 4, 5]).lagRank().people[0].cells[0].value == 1)
    #expect(try data(length: 5, [1, 5]).lagRank().people[0].cells[0].value == 0)
    // From 3 of 5, lags of 1 and 1 and 2 and 2: a lag of 1 beats two and ties with one of three.
    let value = try data(length: 5, [3, 4]).lagRank().people[0].cells[0].value
    #expect(value == 2.5 / 3)
  }

  @Test func `the nth recall passes over repeats and intrusions`() throws {
    let analysis = try data(length: 3, [9, 2, 2, 3]).probabilityOfNthRecall(outputs: 2)
    #expect(analysis.people[0].cells.map(\.actual) == [0, 1, 0, 0, 0, 1])
    #expect(analysis.people[0].cells.map(\.possible) == [1, 1, 1, 1, 0, 1])
    #expect(try data(length: 3, [9, 2]).probabilityOfFirstRecall().people[0].cells[1].value == 1)
  }

  @Test func `options outside their range are refused by name`() throws {
    let data = try data(length: 3, [1])
    #expect(throws: MemoryScienceError.option("4 output positions; write 1 to 3")) {
      try data.probabilityOfNthRecall(outputs: 4)
    }
    #expect(throws: MemoryScienceError.option("the words have no attribute x; none was given")) {
      try data.lagCRP(.within("x"))
    }
    #expect(
      throws: MemoryScienceError.option("a greatest list lag of 0; write 1 to 1,000")
    ) { try data.priorListIntrusions(maximumLag: 0) }
  }
}
