import ArgumentParser
import Interchange
import Knowledge
import MemoryScience

/// Where the words of a task come from: those that ship, or a site's own with their ratings.
struct TaskWordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A CSV file of words with mean ratings of valence, in place of the words that ship.",
      valueName: "file"))
  var words: InputFile?

  @Option(help: ArgumentHelp("The column of words.", valueName: "column"))
  var wordColumn = "word"

  @Option(help: ArgumentHelp("The column of mean ratings.", valueName: "column"))
  var valenceColumn = "valence"

  @Option(help: ArgumentHelp("The greatest rating of a negative word.", valueName: "rating"))
  var negativeAtMost = 3.5

  @Option(help: ArgumentHelp("The least rating of a neutral word.", valueName: "rating"))
  var neutralFrom = 4.5

  @Option(help: ArgumentHelp("The greatest rating of a neutral word.", valueName: "rating"))
  var neutralTo = 5.5

  @Option(help: ArgumentHelp("The least rating of a positive word.", valueName: "rating"))
  var positiveAtLeast = 6.5

  /// The pool, the shipped one unless a file is named.
  func pool(_ id: WordListID) throws -> WordPool {
    guard let words else { return try Self.shipped(id) }
    do {
      var reader = NumericTable.Reader(numbers: [valenceColumn], texts: [wordColumn])
      try words.forEachChunk { try reader.read($0) }
      let table = try reader.finish()
      guard neutralFrom <= neutralTo else {
        throw MemoryScienceError.option("--neutral-from is above --neutral-to; exchange them")
      }
      let limits = try RatedWords.Limits(
        negativeAtMost: negativeAtMost, neutral: neutralFrom...neutralTo,
        positiveAtLeast: positiveAtLeast)
      let rated = zip(table.texts[wordColumn] ?? [], table.numbers[valenceColumn] ?? [])
      return try RatedWords(
        name: words.name,
        ratings: rated.map { RatedWords.Rating(text: $0, valence: $1) }, limits: limits
      ).pool
    } catch let error as InterchangeError {
      throw BadInput(words.name, error)
    }
  }

  private static func shipped(_ id: WordListID) throws -> WordPool {
    let list = try Knowledge.shipped().wordList(id)
    return try WordPool(
      name: id.rawValue,
      words: list.words.map { word in
        TaskWord(
          text: word.text, valence: WordValence(word.valence),
          partOfSpeech: word.partOfSpeech.rawValue)
      })
  }
}

extension WordValence {
  fileprivate init(_ valence: WordList.Valence) {
    switch valence {
    case .negative: self = .negative
    case .neutral: self = .neutral
    case .positive: self = .positive
    }
  }
}
