import MemoryScience
import Testing

struct SpellingTests {
  @Test(arguments: [
    ("TABLE", WordMatcher.Match.exact(0)), (" Täble ", .exact(0)), ("tables", .plural(0)),
    ("tabel", .misspelt(0, distance: 1)), ("tble", .misspelt(0, distance: 1)),
    ("taable", .misspelt(0, distance: 1)), ("tabla", .misspelt(0, distance: 1)),
    ("tbael", .none), ("chair", .none), ("", .none), ("knives", .plural(1)),
    ("berrys", .plural(2)), ("berries", .plural(2)), ("ice-cream", .exact(3)),
    ("icecrema", .misspelt(3, distance: 1)), ("cats", .plural(4)), ("cst", .none),
    ("elefant", .misspelt(5, distance: 2)),
  ])
  func `a typed word is recognised`(typed: String, match: WordMatcher.Match) {
    let words = ["table", "knife", "berry", "ice cream", "cat", "elephant"]
    #expect(WordMatcher(words).match(typed) == match)
  }

  @Test func `nobody guesses between two words`() {
    #expect(WordMatcher(["house", "mouse"]).match("youse") == .ambiguous([0, 1]))
    #expect(WordMatcher(["house", "mouse"]).match("yousf").index == nil)
    #expect(WordMatcher(["house", "horse"]).match("housee") == .misspelt(0, distance: 1))
    #expect(WordMatcher(["glass", "Glass"]).match("GLASS") == .ambiguous([0, 1]))
    #expect(WordMatcher(["axe", "axis"]).match("axes") == .plural(0))
  }

  @Test func `a real word is not taken for another when the lexicon knows it`() {
    #expect(WordMatcher(["mouse"]).match("house") == .misspelt(0, distance: 1))
    let strict = WordMatcher(["mouse"], spelling: .tolerant(lexicon: ["House"]))
    #expect(strict.match("house") == .none)
    #expect(strict.match("mousse") == .misspelt(0, distance: 1))
  }

  @Test func `plurals can be kept apart`() {
    #expect(WordMatcher(["cat"], spelling: .tolerant(plurals: false)).match("cats") == .none)
    #expect(WordMatcher(["glass"]).match("glas") == .misspelt(0, distance: 1))
    #expect(WordMatcher(["dress"]).match("dresses") == .plural(0))
  }

  @Test func `exact spelling takes words as they are`() {
    #expect(WordMatcher(["Oak"], spelling: .exact).match("oak") == .none)
    #expect(WordMatcher(["Oak"], spelling: .exact).match("Oak") == .exact(0))
  }

  /// The optimal string alignment distance touches no letter twice: "ca" to "abc" takes 3 steps, not
  /// the 2 of the unrestricted distance. (Boytsov 2011 gives the pair.)
  @Test func `a swapped pair is not edited again`() {
    let words = ["zzzzzzzzzabc"]
    #expect(WordMatcher(words).match("zzzzzzzzzca") == .misspelt(0, distance: 3))
  }

  @Test(arguments: [(1, 0), (3, 0), (4, 1), (7, 1), (8, 2), (11, 2), (12, 3), (60, 3)])
  func `longer words may differ in more letters`(letters: Int, limit: Int) {
    #expect(WordMatcher.limit(letters: letters) == limit)
  }

  @Test func `typed recalls are scored through the spelling`() throws {
    let lists = [
      StudyList(
        subject: "a", number: 1, items: ["ELEPHANT", "Mouse"],
        recalls: ["elefant", "mouses", "elephant"]),
      StudyList(subject: "a", number: 2, items: ["house"], recalls: ["Mouse", "hose", "houze"]),
    ]
    let typed = try RecallData(lists, spelling: .tolerant())
    #expect(
      typed.lists[0].recalls == [
        .correct(position: 1), .correct(position: 2), .repeated(position: 1, times: 1),
      ])
    // A word of the list before is that word, however near to one of this list.
    #expect(
      typed.lists[1].recalls == [
        .priorListIntrusion(listLag: 1, position: 2), .correct(position: 1),
        .repeated(position: 1, times: 1),
      ])
    let exact = try RecallData(lists)
    #expect(exact.lists[0].recalls.allSatisfy { $0 == .extraListIntrusion })
  }
}
