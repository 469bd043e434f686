import Knowledge
import Testing

@Suite struct WordListTests {
  private static let document = KnowledgeDocument(
    name: "words.yaml",
    text: """
      kind: words
      schemaVersion: 1
      id: few
      certainty: K
      sources: [seen]
      retrieved: 2026-01-01
      reviewBy: 2027-01-01
      jurisdiction: [world]
      reviewed: false
      title: A few words
      language: en
      valenceBasis: unratedJudgement
      groups:
        - { valence: negative, partOfSpeech: noun, words: [grief, terror] }
        - { valence: positive, partOfSpeech: adjective, words: [merry] }
      """)

  @Test func `words come in the order of the document with their class`() throws {
    let knowledge = try Knowledge(documents: Samples.documents() + [Self.document])
    let list = try knowledge.wordList("few")
    #expect(list.words.map(\.text) == ["grief", "terror", "merry"])
    #expect(list.words.map(\.valence) == [.negative, .negative, .positive])
    #expect(list.words[2].partOfSpeech == .adjective && list.valenceBasis == .unratedJudgement)
    #expect(throws: KnowledgeError.self) { try knowledge.wordList("many") }
  }

  @Test(arguments: [
    ("terror]", "grief]", "groups[0].words[1]"), ("[merry]", "[grief]", "groups[1].words[0]"),
    ("merry", "Merry", "groups[1].words[0]"), ("merry", "m", "groups[1].words[0]"),
    ("merry", "ice cream", "groups[1].words[0]"), ("merry", "naïve", "groups[1].words[0]"),
    ("positive", "nice", "groups[1].valence"), ("adjective", "article", "groups[1].partOfSpeech"),
    ("unratedJudgement", "guess", "valenceBasis"), ("certainty: K", "certainty: U", "certainty"),
  ])
  func `a wrong list is refused at its place`(
    _ old: String, _ new: String, _ field: String
  ) throws {
    let wrong = Self.document.replacing(old, with: new)
    #expect(wrong != Self.document)
    let error = try #require(
      #expect(throws: KnowledgeError.self) {
        try Knowledge(documents: Samples.documents() + [wrong])
      })
    #expect(error.document == "words.yaml" && error.field == field)
  }

  @Test func `two lists of one name are refused`() {
    #expect(throws: KnowledgeError.self) {
      try Knowledge(documents: Samples.documents() + [Self.document, Self.document])
    }
  }

  @Test func `the lists that ship are large enough and nobody calls them rated or reviewed`() throws
  {
    let lists = try Shipped.knowledge.get().wordLists
    #expect(lists.keys.sorted() == ["emotional-words", "memory-cues", "trait-adjectives"])
    for list in lists.values {
      #expect(list.valenceBasis == .unratedJudgement && !list.provenance.reviewed)
      #expect(list.language == "en")
    }
    func count(_ id: WordListID, _ valence: WordList.Valence) -> Int {
      lists[id]?.words.count { $0.valence == valence } ?? 0
    }
    for valence in WordList.Valence.allCases {
      #expect(count("emotional-words", valence) >= 200)
      #expect(count("memory-cues", valence) >= 36)
    }
    #expect(count("trait-adjectives", .negative) >= 80)
    #expect(count("trait-adjectives", .positive) >= 80)
    #expect(count("trait-adjectives", .neutral) == 0)
  }

  @Test func `no list that ships holds a word that is screened out`() throws {
    let words = try Shipped.knowledge.get().wordLists.values.flatMap { $0.words.map(\.text) }
    #expect(words.filter(WordScreening.refuses).isEmpty)
  }

  @Test(arguments: ["poison", "pistols", "noose", "unwanted", "trapped", "pill", "killer"])
  func `the screening refuses a word that comes back`(_ word: String) {
    #expect(WordScreening.refuses(word))
  }

  @Test(arguments: ["pillow", "garden", "hangover", "hope", "worthy", "lonely"])
  func `the screening lets other words pass`(_ word: String) {
    #expect(!WordScreening.refuses(word))
  }

  @Test func `no two lists that ship share a word`() throws {
    let words = try Shipped.knowledge.get().wordLists.values.flatMap { $0.words.map(\.text) }
    #expect(Set(words).count == words.count)
  }
}
