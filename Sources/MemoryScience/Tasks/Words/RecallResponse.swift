/// A word that a person wrote down from memory.
///
/// The text is kept as it was typed. Which word of the list was meant is decided by whoever matches
/// typed words to lists; a result without matches can be stored and is scored later.
public struct RecallResponse: Hashable, Sendable, Codable {
  /// The text as typed.
  public let text: String
  /// Seconds since the recall began; nil when not taken.
  public let seconds: Double?
  /// The place of the word in its list, from 1 on; 0 for a word that was not in the list; nil while
  /// nobody has matched it.
  public let position: Int?

  /// Creates a response.
  ///
  /// - Parameters:
  ///   - text: the text as typed.
  ///   - seconds: since the recall began.
  ///   - position: the place of the word in its list, from 1 on, 0 for an intrusion.
  public init(text: String, seconds: Double?, position: Int?) {
    self.text = text
    self.seconds = seconds
    self.position = position
  }
}

/// Recalled words of a list by their places: first mentions, repetitions and intrusions.
struct RecallTally {
  private(set) var places: Set<Int> = []
  private(set) var repetitions = 0
  private(set) var intrusions = 0
  /// Whether every response has been matched.
  private(set) var isMatched = true

  init(
    _ responses: [RecallResponse], listLength: Int, place: String
  ) throws(MemoryScienceError) {
    for (index, response) in responses.enumerated() {
      try checkTime(response.seconds, "\(place)[\(index)].seconds")
      guard let position = response.position else {
        isMatched = false
        continue
      }
      guard (0...listLength).contains(position) else {
        throw .unusable(
          "\(place)[\(index)].position: \(position); places go from 1 to \(listLength), 0 is none")
      }
      if position == 0 {
        intrusions += 1
      } else if !places.insert(position).inserted {
        repetitions += 1
      }
    }
  }
}
