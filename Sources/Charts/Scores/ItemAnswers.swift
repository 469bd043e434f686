/// The raw answers to one item, shown as they were given: never smoothed, averaged or filled in.
public struct ItemAnswers: Hashable, Sendable {
  /// What was answered to the item.
  public enum Answer: Hashable, Sendable {
    /// The value of the option that was chosen.
    case given(Int)
    /// Skipped or not asked; drawn as a question mark.
    case unknown
  }

  /// The answer of one day.
  public struct Mark: Hashable, Sendable {
    /// Days since the axis's origin.
    public let day: Double
    /// What was answered.
    public let answer: Answer

    /// Creates a mark.
    ///
    /// - Parameters:
    ///   - day: days since the axis's origin.
    ///   - answer: what was answered.
    public init(_ day: Double, _ answer: Answer) {
      self.day = day
      self.answer = answer
    }
  }

  /// The item, in a few words.
  public let label: String
  /// The highest answer that the item allows.
  public let highest: Int
  /// The answers, by day.
  public let marks: [Mark]

  /// Creates the answers to an item.
  ///
  /// - Parameters:
  ///   - label: the item, in a few words.
  ///   - highest: the highest answer that the item allows.
  ///   - marks: the answers, in any order.
  public init(label: String, highest: Int, marks: [Mark]) {
    self.label = label
    self.highest = max(1, highest)
    self.marks = marks.filter { $0.day.isDrawable }.sorted { $0.day < $1.day }
  }
}
