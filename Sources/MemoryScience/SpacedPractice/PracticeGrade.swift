/// How well a memory came back at a review, in the four grades of FSRS and Anki.
///
/// The grades were made for flashcards. For a personal memory read them as completeness and
/// vividness: nothing came back, some of it with effort, the gist, all of it at once.
public enum PracticeGrade: Int, CaseIterable, Hashable, Sendable {
  /// Forgotten.
  case again = 1
  /// Recalled with much effort, or in part.
  case hard = 2
  /// Recalled.
  case good = 3
  /// Recalled at once and in full.
  case easy = 4

  /// Whether the memory came back: every grade but ``again``.
  public var isRecalled: Bool { self != .again }

  /// Reads a grade as logs write it.
  ///
  /// - Parameter number: 1 to 4.
  /// - Throws: ``MemoryScienceError`` for any other number.
  public init(number: Int) throws(MemoryScienceError) {
    guard let grade = PracticeGrade(rawValue: number) else {
      throw .unusable(
        "\(number) is no grade; write 1 (again), 2 (hard), 3 (good) or 4 (easy)")
    }
    self = grade
  }
}
