/// A list of items as it was studied.
public struct StudiedList: Hashable, Sendable {
  /// How each item is felt, in the order of study.
  public let valences: [Valence]
  /// The number of each item in the table of similarities of the model, from 0; none when the
  /// meaning of items is not modelled.
  public let words: [Int]?

  /// How many items were studied.
  public var count: Int { valences.count }

  /// The greatest number of items of a list.
  public static let greatestCount = 1000

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - valences: how each item is felt, in the order of study; 1 to 1000 items.
  ///   - words: the number of each item in a table of similarities, from 0; none without such a table.
  /// - Throws: ``MemoryScienceError`` when the list is empty or too long, or the words are not one for
  ///   each item.
  public init(valences: [Valence], words: [Int]? = nil) throws(MemoryScienceError) {
    guard !valences.isEmpty else {
      throw .tooFew(observed: 0, needed: 1, what: "a studied list")
    }
    guard valences.count <= Self.greatestCount else {
      throw .unusable(
        "a list of \(valences.count) items is too long; give at most \(Self.greatestCount)")
    }
    if let words, words.count != valences.count || words.contains(where: { $0 < 0 }) {
      throw .unusable("the list has \(valences.count) items; give each of them a word, from 0 on")
    }
    self.valences = valences
    self.words = words
  }

  /// Creates a list of neutral items.
  ///
  /// - Parameter count: how many, 1 to 1000.
  /// - Throws: ``MemoryScienceError`` when there are too few or too many.
  public init(count: Int) throws(MemoryScienceError) {
    guard count <= Self.greatestCount else {
      throw .unusable("a list of \(count) items is too long; give at most \(Self.greatestCount)")
    }
    try self.init(valences: Array(repeating: .neutral, count: max(count, 0)))
  }
}
