/// Finds the studied word that a typed word stands for, without ever guessing between two.
///
/// The steps, the first that finds something being the last: the same letters
/// (``Spelling/tolerant(plurals:lexicon:)``); the plural or singular of one studied word; the one
/// studied word nearest in spelling. Nearness is the optimal string alignment distance (insert,
/// remove, replace, swap neighbours), and the greatest distance permitted depends on the number of
/// letters of the studied word: 0 up to 3 letters, 1 for 4 to 7, 2 for 8 to 11, 3 from 12. When two
/// studied words are equally near, or the typed word is a real word of the lexicon, there is no
/// match. The limits are the project's own.
public struct WordMatcher: Sendable {
  /// What a typed word turned out to be.
  public enum Match: Hashable, Sendable {
    /// The letters of a studied word; its place among the words.
    case exact(Int)
    /// The plural or singular of a studied word; its place.
    case plural(Int)
    /// A misspelling of a studied word: its place and the distance.
    case misspelt(Int, distance: Int)
    /// Two or more studied words are equally near; their places.
    case ambiguous([Int])
    /// No studied word is near.
    case none

    /// The place of the studied word, if there is just one.
    public var index: Int? {
      switch self {
      case .exact(let index), .plural(let index), .misspelt(let index, _): index
      case .ambiguous, .none: nil
      }
    }
  }

  private let keys: [String]
  private let letters: [[Character]]
  private let singulars: [Set<String>]
  private let spelling: Spelling

  /// The most letters a word may have to be compared by distance.
  private static let longestWord = 100

  /// Prepares a list of words.
  ///
  /// - Parameters:
  ///   - words: the studied words.
  ///   - spelling: how to compare.
  public init(_ words: [String], spelling: Spelling = .tolerant()) {
    keys = words.map { spelling.key($0) }
    letters = keys.map(Array.init)
    singulars = spelling.plurals ? keys.map(Spelling.singulars) : []
    self.spelling = spelling
  }

  /// Finds the studied word.
  ///
  /// - Parameter typed: the word as typed.
  /// - Returns: what it is.
  public func match(_ typed: String) -> Match {
    let key = spelling.key(typed)
    let exact = keys.indices.filter { keys[$0] == key }
    if !exact.isEmpty { return exact.count == 1 ? .exact(exact[0]) : .ambiguous(exact) }
    guard spelling.isTolerant else { return .none }
    if spelling.plurals {
      let own = Spelling.singulars(of: key)
      let plural = singulars.indices.filter { !singulars[$0].isDisjoint(with: own) }
      if !plural.isEmpty { return plural.count == 1 ? .plural(plural[0]) : .ambiguous(plural) }
    }
    return spelling.known.contains(key) ? .none : nearest(to: Array(key))
  }

  private func nearest(to typed: [Character]) -> Match {
    guard typed.count <= Self.longestWord else { return .none }
    var best = Int.max
    var found: [Int] = []
    for (index, word) in letters.enumerated() {
      let limit = min(Self.limit(letters: word.count), best)
      guard let distance = editDistance(typed, word, limit: limit), distance > 0 else { continue }
      if distance < best { found = [] }
      best = distance
      found.append(index)
    }
    guard let first = found.first else { return .none }
    return found.count == 1 ? .misspelt(first, distance: best) : .ambiguous(found)
  }

  /// The greatest distance at which a word is still recognised.
  ///
  /// - Parameter letters: how many letters the studied word has.
  /// - Returns: a number of letters.
  public static func limit(letters: Int) -> Int {
    switch letters {
    case ...3: 0
    case ...7: 1
    case ...11: 2
    default: 3
    }
  }
}
