import MemoryScience
import Statistics
import Testing

struct RecallEventsTests {
  /// Words of all kinds: short, long, beyond ASCII, and one whose letters are written in two ways.
  private static let vocabulary =
    (0..<40).map { "w\($0)" } + (0..<20).map { "a rather long word of number \($0)" }
    + (0..<10).map { "straße \($0)" } + ["caf\u{E9}", "12345678", "1234567", "12345679", ""]

  private func drawn(_ stream: inout RandomStream, _ count: Int) -> Int {
    min(Int(stream.uniform() * Double(count)), count - 1)
  }

  /// Lists of people who recall words of the list, of other lists and of none.
  private func lists(seed: UInt64) -> [StudyList] {
    var stream = RandomStream(seed: seed)
    return (0..<60).map { index in
      var pool = Self.vocabulary
      let items = (0..<8).map { _ in pool.remove(at: drawn(&stream, pool.count)) }
      let recalls = (0..<10).map { _ in
        stream.uniform() < 0.5
          ? items[drawn(&stream, 8)] : Self.vocabulary[drawn(&stream, Self.vocabulary.count)]
      }
      return StudyList(
        subject: "\(index / 15)", number: index % 15 * 2, items: items, recalls: recalls)
    }
  }

  /// Scores one list after the other by comparing texts.
  private func plain(_ lists: [StudyList]) -> [[Recall]] {
    lists.indices.map { index in
      let list = lists[index]
      return list.recalls.indices.map { place in
        let word = list.recalls[place]
        if let position = list.items.firstIndex(of: word) {
          let times = list.recalls[..<place].count { $0 == word }
          return times == 0
            ? .correct(position: position + 1) : .repeated(position: position + 1, times: times)
        }
        let prior = lists[..<index].last { $0.subject == list.subject && $0.items.contains(word) }
        guard let prior, let position = prior.items.firstIndex(of: word) else {
          return .extraListIntrusion
        }
        return .priorListIntrusion(listLag: list.number - prior.number, position: position + 1)
      }
    }
  }

  private func events(_ lists: [StudyList]) -> [(RecallEvents.Kind, StudyList, Int, String)] {
    lists.flatMap { list in
      list.items.enumerated().map { (.study, list, $0 + 1, $1) }
        + list.recalls.enumerated().map { (.recall, list, $0 + 1, $1) }
    }
  }

  private func table(
    _ rows: [(RecallEvents.Kind, StudyList, Int, String)]
  ) -> RecallEvents {
    var events = RecallEvents()
    for (kind, list, position, item) in rows {
      events.append(
        kind, subject: list.subject, list: list.number, position: position, item: item)
    }
    return events
  }

  @Test func `lists and events are scored as by comparing texts`() throws {
    let lists = lists(seed: 1)
    let expected = plain(lists)
    #expect(Set(expected.joined().map { "\($0)".prefix(4) }).count == 4)
    let scored = try RecallData(lists)
    #expect(scored.lists.map { Array($0.recalls) } == expected)
    #expect(scored.lists.map { $0.items.map { scored.items[$0] } } == lists.map(\.items))
    let events = try RecallData(table(events(lists)))
    #expect(events == scored)
    #expect(try events.serialPositionCurve().people == scored.serialPositionCurve().people)
    // Other recalls give other data.
    #expect(try RecallData(self.lists(seed: 2)) != scored)
  }

  @Test func `the order of rows does not matter`() throws {
    let lists = lists(seed: 3)
    var rows = events(lists)
    var stream = RandomStream(seed: 4)
    for index in rows.indices.dropFirst().reversed() {
      rows.swapAt(index, drawn(&stream, index + 1))
    }
    // People come in the order of first mention.
    let first = events(lists).enumerated().filter { $0.offset % (18 * 15) == 0 }.map(\.element)
    let shuffled =
      first
      + rows.filter { row in !first.contains { $0.0 == row.0 && $0.1 == row.1 && $0.2 == row.2 } }
    #expect(try RecallData(table(shuffled)) == RecallData(lists))
  }

  @Test func `a word is the same however its accents are written`() throws {
    let list = StudyList(
      subject: "a", number: 1, items: ["cafe\u{301}", "K", ""],
      recalls: ["caf\u{E9}", "\u{212A}", "", "cafe"])
    #expect(
      try RecallData([list]).lists[0].recalls == [
        .correct(position: 1), .correct(position: 2), .correct(position: 3), .extraListIntrusion,
      ])
  }

  @Test func `many words keep their own numbers`() throws {
    let words = (0..<9_000).map { "item \($0) of many" } + (0..<900).map { "\($0)" }
    let data = try RecallData([
      StudyList(subject: "a", number: 1, items: words, recalls: words.reversed())
    ])
    #expect(data.items == words)
    #expect(Array(data.lists[0].sequence) == (1...words.count).reversed())
  }

  @Test func `positions with gaps or twice are refused by name`() {
    let list = StudyList(subject: "a", number: 3, items: ["oak", "elm"], recalls: ["elm", "oak"])
    var rows = events([list])
    rows[1].2 = 3
    #expect(
      throws: MemoryScienceError.unusable(
        "list 3 of subject a has a study row with position 3 in place of 2; number the words of a list "
          + "from 1 on without gaps")
    ) { try RecallData(table(rows)) }
    rows = events([list])
    rows[3].2 = 1
    #expect(
      throws: MemoryScienceError.unusable(
        "list 3 of subject a has two recalls with position 1; number them one by one")
    ) { try RecallData(table(rows)) }
    #expect(
      throws: MemoryScienceError.unusable(
        "list 3 of subject a has 0 words; a study list has 1 to 10000")
    ) { try RecallData(table(events([list]).filter { $0.0 == .recall })) }
    #expect(
      throws: MemoryScienceError.tooFew(
        observed: 0, needed: 1, what: "an analysis of recall lists")
    ) { try RecallData(RecallEvents()) }
  }
}
