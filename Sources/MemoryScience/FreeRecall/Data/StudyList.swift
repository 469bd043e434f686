/// One list of words that a person studied, and what they recalled of it, as words.
public struct StudyList: Hashable, Sendable {
  /// Who studied it.
  public var subject: String
  /// The number of the list among the person's lists, in the order of time.
  public var number: Int
  /// The studied words in the order of their presentation.
  public var items: [String]
  /// Columns that tell something of each studied word, such as its category or valence, by name.
  /// Each has one value per word; an empty text means that the value is not known.
  public var attributes: [String: [String]]
  /// The recalled words in the order of their recall, with repeats and intrusions.
  public var recalls: [String]

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - subject: who studied it.
  ///   - number: its number among the person's lists, in the order of time.
  ///   - items: the studied words in order.
  ///   - attributes: one value per studied word, by the name of the column.
  ///   - recalls: the recalled words in order.
  public init(
    subject: String, number: Int, items: [String], attributes: [String: [String]] = [:],
    recalls: [String]
  ) {
    self.subject = subject
    self.number = number
    self.items = items
    self.attributes = attributes
    self.recalls = recalls
  }
}
