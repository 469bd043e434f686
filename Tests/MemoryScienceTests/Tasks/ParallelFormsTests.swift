import MemoryScience
import Testing

@Suite struct ParallelFormsTests {
  private func key(_ seed: Int, form: Int = 1) throws -> DesignKey {
    try DesignKey(task: .emotionalRecall, form: form, seed: seed)
  }

  private func letters(_ words: [TaskWord]) -> Int { words.reduce(0) { $0 + $1.length } }

  @Test(arguments: [1, 2, 77])
  func `forms share no word and have the same feelings and nearly the same lengths`(
    seed: Int
  ) throws {
    let each = [WordValence.negative: 18, .neutral: 18, .positive: 18]
    let made = try ParallelForms(
      of: try Pools.nouns.get(), count: 11, perForm: each, key: try key(seed))
    #expect(made.forms.count == 11)
    let all = made.forms.flatMap { $0 }.map(\.text)
    #expect(Set(all).count == 11 * 54)
    for form in made.forms {
      for (valence, count) in each { #expect(form.count { $0.valence == valence } == count) }
    }
    let totals = made.forms.map(letters)
    let widest = (totals.max() ?? 0) - (totals.min() ?? 0)
    #expect(widest <= made.greatestLengthDifference)
    // Half a letter a word at most by construction; far less in fact.
    #expect(made.greatestLengthDifference <= 27 && widest <= 14)
    #expect(spread(made.forms) < 0.5)
    // Negative control: the same words cut in the order of length are not parallel.
    let sorted = made.forms.flatMap { $0 }.sorted { $0.length < $1.length }
    let naive = (0..<11).map { Array(sorted[$0 * 54..<($0 + 1) * 54]) }
    #expect(spread(naive) > 0.5)
    #expect((naive.map(letters).max() ?? 0) - (naive.map(letters).min() ?? 0) > 27)
  }

  /// The widest difference of the standard deviations of length, in letters.
  private func spread(_ forms: [[TaskWord]]) -> Double {
    let deviations = forms.map { form -> Double in
      let mean = Double(letters(form)) / Double(form.count)
      return
        (form.reduce(0.0) { sum, word in
          let distance = Double(word.length) - mean
          return sum + distance * distance
        } / Double(form.count)).squareRoot()
    }
    return (deviations.max() ?? 0) - (deviations.min() ?? 0)
  }

  @Test func `parts of speech and bands are dealt out evenly`() throws {
    var words: [TaskWord] = []
    for (letter, part, band, count) in [
      ("b", "noun", 1, 40), ("c", "noun", 2, 40), ("d", "verb", 1, 20),
    ] {
      words += try Pools.invented(count, .positive, letter: Character(letter)).map {
        TaskWord(text: $0.text, valence: .positive, partOfSpeech: part, frequencyBand: band)
      }
    }
    let pool = try WordPool(name: "invented", words: words)
    let made = try ParallelForms(of: pool, count: 4, perForm: [.positive: 20], key: try key(1))
    for form in made.forms {
      #expect(form.count { $0.partOfSpeech == "verb" } == 4)
      #expect(form.count { $0.frequencyBand == 2 } == 8)
    }
  }

  @Test func `of near-identical words only one is used`() throws {
    let words = ["coast", "toast", "roast", "boast", "river", "liver", "giver", "angle", "angel"]
      .map { TaskWord(text: $0, valence: .neutral) }
    let pool = try WordPool(name: "near", words: words)
    let made = try ParallelForms(of: pool, count: 1, perForm: [.neutral: 3], key: try key(5))
    let form = made.forms[0].map(\.text)
    for (index, word) in form.enumerated() {
      for other in form[..<index] { #expect(!WordPool.areNearlyIdentical(word, other)) }
    }
    #expect(throws: MemoryScienceError.self) {
      try ParallelForms(of: pool, count: 1, perForm: [.neutral: 4], key: try key(5))
    }
  }

  @Test func `the seed alone decides`() throws {
    let pool = try Pools.traits.get()
    let each = [WordValence.negative: 20, .positive: 20]
    let one = try ParallelForms(of: pool, count: 5, perForm: each, key: try key(9))
    let same = try ParallelForms(of: pool, count: 5, perForm: each, key: try key(9, form: 3))
    let other = try ParallelForms(of: pool, count: 5, perForm: each, key: try key(10))
    #expect(one == same && one != other)
  }

  @Test(arguments: [(0, 5), (2000, 1), (1, -1), (1, 30_000), (10, 1000)])
  func `impossible numbers of forms and words are refused`(forms: Int, words: Int) {
    #expect(throws: MemoryScienceError.self) {
      try ParallelForms(
        of: try Pools.traits.get(), count: forms, perForm: [.negative: words], key: try key(1))
    }
  }
}
