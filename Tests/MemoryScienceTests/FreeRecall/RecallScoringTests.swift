import MemoryScience
import Testing

struct RecallScoringTests {
  private func list(
    _ number: Int, _ items: [String], _ recalls: [String], subject: String = "a"
  ) -> StudyList {
    StudyList(subject: subject, number: number, items: items, recalls: recalls)
  }

  @Test func `a recall is correct, a repeat or an intrusion`() throws {
    let data = try RecallData([
      list(2, ["sun", "sea"], ["sea", "oak", "sea", "sea", "ash", "sun"]),
      list(1, ["oak", "elm"], ["oak", "sun"]),
      list(1, ["fir"], ["oak"], subject: "b"),
    ])
    #expect(data.subjects == ["a", "b"])
    #expect(data.lists.map(\.number) == [1, 2, 1])
    #expect(data.lists[0].recalls == [.correct(position: 1), .extraListIntrusion])
    #expect(
      data.lists[1].recalls == [
        .correct(position: 2), .priorListIntrusion(listLag: 1, position: 1),
        .repeated(position: 2, times: 1), .repeated(position: 2, times: 2), .extraListIntrusion,
        .correct(position: 1),
      ])
    #expect(data.lists[1].sequence == [2, 0, 0, 0, 0, 1])
    // What somebody else studied is no prior list.
    #expect(data.lists[2].recalls == [.extraListIntrusion])
    #expect(try data.recallCounts()["a"]?.cells.map(\.actual) == [3, 2, 1, 2])
  }

  @Test func `an intrusion comes from the last list that held the word`() throws {
    let data = try RecallData([
      list(1, ["oak"], []), list(3, ["oak"], []), list(4, ["elm"], ["oak", "oak"]),
    ])
    #expect(
      data.lists[2].recalls.allSatisfy { $0 == .priorListIntrusion(listLag: 1, position: 1) })
    let last = try data.priorListIntrusions(maximumLag: 3)
    #expect(last.people[0].cells.map(\.actual) == [2, 0, 0])
    let every = try data.priorListIntrusions(maximumLag: 3, from: .everyPriorList)
    #expect(every.people[0].cells.map(\.actual) == [2, 0, 2])
    let share = try data.priorListIntrusions(maximumLag: 3, per: .intrusions)
    #expect(share.people[0].cells.map(\.possible) == [2, 2, 2])
  }

  @Test func `lists without enough lists before them do not count for intrusions`() throws {
    let data = try RecallData((1...5).map { list($0, ["w\($0)"], ["w\($0 - 1)"]) })
    let cells = try data.priorListIntrusions(maximumLag: 2).people[0].cells
    #expect(cells.map(\.possible) == [3, 3])
    #expect(cells.map(\.actual) == [3, 0])
  }

  @Test func `a filter leaves prior lists known`() throws {
    var second = list(2, ["elm"], ["oak"])
    second.attributes["kind"] = ["pure"]
    let data = try RecallData([list(1, ["oak"], []), second])
    let pure = try data.filtered(where: "kind", is: "pure")
    #expect(pure.lists.map(\.number) == [2])
    #expect(pure.lists[0].recalls == [.priorListIntrusion(listLag: 1, position: 1)])
    #expect(throws: MemoryScienceError.self) { try data.filtered(where: "kind", is: "mixed") }
  }

  @Test func `unusable lists are refused by name`() {
    #expect(
      throws: MemoryScienceError.tooFew(
        observed: 0, needed: 1, what: "an analysis of recall lists")
    ) { try RecallData([]) }
    #expect(
      throws: MemoryScienceError.unusable(
        "list 1 of subject a has 0 words; a study list has 1 to 10000")
    ) { try RecallData([list(1, [], ["oak"])]) }
    #expect(
      throws: MemoryScienceError.unusable(
        "list 1 of subject a holds \"oak\" twice, so that its recall has no single position; "
          + "leave such lists out")
    ) { try RecallData([list(1, ["oak", "elm", "oak"], [])]) }
    #expect(
      throws: MemoryScienceError.unusable(
        "subject a has two lists with the number 1; number the lists of a person in the order of "
          + "time")
    ) { try RecallData([list(1, ["oak"], []), list(1, ["elm"], [])]) }
    var uneven = list(1, ["oak", "elm"], [])
    uneven.attributes = ["kind": ["x"]]
    #expect(
      throws: MemoryScienceError.unusable(
        "list 1 of subject a has 2 words and 1 values of kind; give one value per word")
    ) { try RecallData([uneven]) }
  }

  @Test func `numbers of lists at the ends of the range do not stop the program`() throws {
    let data = try RecallData([
      list(Int.min, ["oak"], []), list(Int.max, ["elm"], ["oak"]),
    ])
    #expect(throws: Never.self) { try data.priorListIntrusions(maximumLag: 1000) }
  }
}
