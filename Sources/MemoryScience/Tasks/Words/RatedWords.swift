/// A pool made from a site's own ratings, such as published norms that the site may use.
public struct RatedWords: Hashable, Sendable {
  /// A word with the mean of its ratings.
  public struct Rating: Hashable, Sendable {
    /// The word as the file has it.
    public let text: String
    /// The mean rating of valence; nil where there is none.
    public let valence: Double?

    /// Creates a rating.
    ///
    /// - Parameters:
    ///   - text: the word as the file has it.
    ///   - valence: the mean rating of valence.
    public init(text: String, valence: Double?) {
      self.text = text
      self.valence = valence
    }
  }

  /// Which ratings make a word negative, neutral or positive; ratings between the classes make it
  /// none of them.
  public struct Limits: Hashable, Sendable {
    /// The greatest rating of a negative word.
    public let negativeAtMost: Double
    /// The ratings of a neutral word.
    public let neutral: ClosedRange<Double>
    /// The least rating of a positive word.
    public let positiveAtLeast: Double

    /// Creates limits.
    ///
    /// - Parameters:
    ///   - negativeAtMost: the greatest rating of a negative word.
    ///   - neutral: the ratings of a neutral word.
    ///   - positiveAtLeast: the least rating of a positive word.
    /// - Throws: ``MemoryScienceError/option(_:)`` when the classes overlap.
    public init(
      negativeAtMost: Double, neutral: ClosedRange<Double>, positiveAtLeast: Double
    ) throws(MemoryScienceError) {
      guard negativeAtMost < neutral.lowerBound, neutral.upperBound < positiveAtLeast else {
        throw .option(
          "negative up to \(negativeAtMost), neutral \(neutral), positive from \(positiveAtLeast);"
            + " give classes that do not overlap")
      }
      self.negativeAtMost = negativeAtMost
      self.neutral = neutral
      self.positiveAtLeast = positiveAtLeast
    }

    /// The class of a rating, nil between the classes.
    func valence(of rating: Double) -> WordValence? {
      if rating <= negativeAtMost { return .negative }
      if rating >= positiveAtLeast { return .positive }
      return neutral.contains(rating) ? .neutral : nil
    }
  }

  /// The words that can be used.
  public let pool: WordPool
  /// How many rows were left out because they are no single word of 2 to 24 letters from a to z, or
  /// because their word has come before.
  public let notWords: Int
  /// How many words were left out because they have no rating or one between the classes.
  public let unclassified: Int

  /// Makes a pool.
  ///
  /// - Parameters:
  ///   - name: the name by which errors call it.
  ///   - ratings: the words with their ratings; capital letters become small ones, and of a word that
  ///     comes twice the first counts.
  ///   - limits: which ratings make which class.
  /// - Throws: an error when there are too many words.
  public init(name: String, ratings: [Rating], limits: Limits) throws(MemoryScienceError) {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    var words: [TaskWord] = []
    var known: Set<String> = []
    var (notWords, unclassified) = (0, 0)
    for rating in ratings {
      let text = rating.text.lowercased()
      guard (2...24).contains(text.utf8.count), text.utf8.allSatisfy(letters.contains),
        known.insert(text).inserted
      else {
        notWords += 1
        continue
      }
      guard let mean = rating.valence, let valence = limits.valence(of: mean) else {
        unclassified += 1
        continue
      }
      words.append(TaskWord(text: text, valence: valence))
    }
    pool = try WordPool(name: name, words: words)
    self.notWords = notWords
    self.unclassified = unclassified
  }

  /// Words whose class differs from that in another pool, such as the one that ships.
  ///
  /// - Parameter other: the other pool.
  /// - Returns: the words in the order of this pool.
  public func disagreements(with other: WordPool) -> [String] {
    let classes = Dictionary(uniqueKeysWithValues: other.words.map { ($0.text, $0.valence) })
    return pool.words.filter { word in classes[word.text].map { $0 != word.valence } ?? false }
      .map(\.text)
  }
}
