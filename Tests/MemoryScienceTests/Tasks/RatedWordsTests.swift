import MemoryScience
import Testing

@Suite struct RatedWordsTests {
  private func limits() throws -> RatedWords.Limits {
    try RatedWords.Limits(negativeAtMost: 3.5, neutral: 4.5...5.5, positiveAtLeast: 6.5)
  }

  @Test func `ratings make classes and what is between them makes none`() throws {
    let ratings: [(String, Double?)] = [
      ("Grief", 2), ("table", 5), ("joy", 8), ("river", 6), ("toast (bread)", 6), ("joy", 1),
      ("sea", nil), ("rust", 3.5), ("gift", 6.5),
    ]
    let rated = try RatedWords(
      name: "norms", ratings: ratings.map { RatedWords.Rating(text: $0.0, valence: $0.1) },
      limits: try limits())
    #expect(rated.pool.words.map(\.text) == ["grief", "table", "joy", "rust", "gift"])
    #expect(
      rated.pool.words.map(\.valence) == [.negative, .neutral, .positive, .negative, .positive])
    #expect(rated.notWords == 2 && rated.unclassified == 2)
    let ours = try WordPool(
      name: "ours",
      words: [
        TaskWord(text: "grief", valence: .negative), TaskWord(text: "rust", valence: .neutral),
      ])
    #expect(rated.disagreements(with: ours) == ["rust"])
  }

  @Test(arguments: [(5.0, 6.5), (3.5, 5.5), (.nan, 6.5)])
  func `classes that overlap are refused`(negative: Double, positive: Double) {
    #expect(throws: MemoryScienceError.self) {
      try RatedWords.Limits(
        negativeAtMost: negative, neutral: 4.5...5.5, positiveAtLeast: positive)
    }
  }
}
