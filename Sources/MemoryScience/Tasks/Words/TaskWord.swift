/// A word with what is known about it.
public struct TaskWord: Hashable, Sendable, Codable {
  /// The word, of the letters a to z.
  public let text: String
  /// How it feels.
  public let valence: WordValence
  /// The part of speech in which it is meant, such as `noun`; nil when it is not known.
  public let partOfSpeech: String?
  /// The band of frequency, 1 the most frequent; nil when it is not known.
  public let frequencyBand: Int?

  /// Creates a word.
  ///
  /// - Parameters:
  ///   - text: the word.
  ///   - valence: how it feels.
  ///   - partOfSpeech: the part of speech in which it is meant.
  ///   - frequencyBand: the band of frequency, 1 the most frequent.
  public init(
    text: String, valence: WordValence, partOfSpeech: String? = nil, frequencyBand: Int? = nil
  ) {
    self.text = text
    self.valence = valence
    self.partOfSpeech = partOfSpeech
    self.frequencyBand = frequencyBand
  }

  /// How many letters it has.
  public var length: Int { text.utf8.count }
}
