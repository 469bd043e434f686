/// The words from which forms of a task are made.
///
/// No word stands in it twice. Words that are nearly the same (``areNearlyIdentical(_:_:)``) may
/// stand in it; ``ParallelForms`` uses one of them only.
public struct WordPool: Hashable, Sendable {
  /// The name, such as `trait-adjectives`.
  public let name: String
  /// The words in the order given.
  public let words: [TaskWord]

  /// The most words a pool may hold.
  public static let mostWords = 20_000

  /// Creates a pool.
  ///
  /// - Parameters:
  ///   - name: the name by which errors call it.
  ///   - words: 2 to 24 letters from a to z each, none twice, at most ``mostWords``.
  /// - Throws: ``MemoryScienceError/unusable(_:)`` with the word that cannot be used.
  public init(name: String, words: [TaskWord]) throws(MemoryScienceError) {
    guard words.count <= WordPool.mostWords else {
      throw .unusable("\(name): \(words.count) words; give at most \(WordPool.mostWords)")
    }
    var known: Set<String> = []
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    for word in words {
      guard (2...24).contains(word.length), word.text.utf8.allSatisfy(letters.contains) else {
        throw .unusable("\(name): '\(word.text)'; write words as 2 to 24 letters from a to z")
      }
      guard known.insert(word.text).inserted else {
        throw .unusable("\(name): '\(word.text)' stands in it twice; keep one")
      }
    }
    self.name = name
    self.words = words
  }

  /// The words of one feeling.
  ///
  /// - Parameter valence: the feeling.
  /// - Returns: the words in the order of the pool.
  public func words(_ valence: WordValence) -> [TaskWord] { words.filter { $0.valence == valence } }

  /// Whether one word becomes the other by changing, adding or leaving out at most one letter.
  ///
  /// - Parameters:
  ///   - first: a word.
  ///   - second: a word.
  /// - Returns: whether the edit distance is 0 or 1.
  public static func areNearlyIdentical(_ first: String, _ second: String) -> Bool {
    let (short, long) =
      first.utf8.count <= second.utf8.count
      ? (Array(first.utf8), Array(second.utf8)) : (Array(second.utf8), Array(first.utf8))
    guard long.count - short.count <= 1 else { return false }
    var same = 0
    while same < short.count, short[same] == long[same] { same += 1 }
    // Behind the first difference everything agrees, with or without the letter in `short`.
    let rest = long.dropFirst(same + 1)
    return short.count == long.count
      ? short.dropFirst(same + 1).elementsEqual(rest) : short.dropFirst(same).elementsEqual(rest)
  }
}
