import Knowledge
import MemoryScience

/// The pools that ship, and small ones for tests.
enum Pools {
  static func shipped(_ id: WordListID) throws -> WordPool {
    let list = try Knowledge.bundled().wordList(id)
    return try WordPool(
      name: id.rawValue,
      words: list.words.compactMap { word in
        WordValence(rawValue: word.valence.rawValue).map {
          TaskWord(text: word.text, valence: $0, partOfSpeech: word.partOfSpeech.rawValue)
        }
      })
  }

  static let traits = Result { try shipped("trait-adjectives") }
  static let nouns = Result { try shipped("emotional-words") }
  static let cues = Result { try shipped("memory-cues") }

  /// Made-up words of growing length, all far from each other.
  static func invented(_ count: Int, _ valence: WordValence, letter: Character) throws -> [TaskWord]
  {
    (0..<count).map { index in
      let digits = String(index, radix: 5).map { "aeiou"[Int(String($0), radix: 5) ?? 0] }
      let core = digits.map { "\($0)\($0)" }.joined()
      return TaskWord(
        text: "\(letter)\(letter)" + core + String(repeating: "x", count: index % 7),
        valence: valence)
    }
  }
}

extension String {
  fileprivate subscript(place: Int) -> Character { self[index(startIndex, offsetBy: place)] }
}
