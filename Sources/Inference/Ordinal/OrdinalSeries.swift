/// Forms of several ordered items, answered by one person over time.
public struct OrdinalSeries: Sendable {
  /// One form on one day.
  public struct Form: Hashable, Sendable {
    /// When, in days from any origin.
    public var time: Double
    /// One answer per item, 0 to its highest; `nil` where none was given.
    public var answers: [Int?]

    /// Creates a form.
    ///
    /// - Parameters:
    ///   - time: when, in days from any origin.
    ///   - answers: one answer per item, `nil` where none was given.
    public init(time: Double, answers: [Int?]) {
      self.time = time
      self.answers = answers
    }

    /// The sum of the answers, `nil` unless every item was answered.
    public var total: Int? {
      answers.reduce(0) { sum, answer in sum.flatMap { sum in answer.map { sum + $0 } } }
    }
  }

  /// Where the answers lie.
  public enum Edge: Hashable, Sendable {
    /// Answers differ, or are the same within the scale.
    case none
    /// Every answer ever given is the lowest: severity can only be bounded from above.
    case floor
    /// Every answer ever given is the highest: severity can only be bounded from below.
    case ceiling
  }

  /// The items.
  public let items: [OrdinalItem]
  /// The forms with at least one answer, in time order.
  public let forms: [Form]
  /// All times of the path, ascending and distinct: those of forms and those asked for.
  public var times: [Double] { base.times }
  /// Whether all answers lie at one end of the scale.
  public let edge: Edge

  /// The times in the shape that the trajectory's design takes; its values mean nothing.
  let base: TrajectorySeries

  /// Gathers forms.
  ///
  /// - Parameters:
  ///   - items: the items that all forms share, 1 to 200.
  ///   - forms: the forms in any order; several may share a time.
  ///   - alsoAt: further times at which the path is wanted, such as days to come.
  /// - Throws: ``InferenceError`` when no item was answered, an answer is outside its item's
  ///   categories, a form has another number of answers, or a time is not finite.
  public init(
    items: [OrdinalItem], forms: [Form], alsoAt: [Double] = []
  ) throws(InferenceError) {
    guard (1...200).contains(items.count) else {
      throw .option("a form has 1 to 200 items, not \(items.count)")
    }
    for form in forms { try OrdinalSeries.check(form, against: items) }
    let answered = forms.filter { $0.answers.contains { $0 != nil } }.sorted { $0.time < $1.time }
    guard !answered.isEmpty else {
      throw .tooFew(observed: 0, needed: 1, what: "severity (no item was answered)")
    }
    let unanswered = forms.filter { $0.answers.allSatisfy { $0 == nil } }.map(\.time)
    base = try TrajectorySeries(
      answered.map { .init(time: $0.time, value: 0) }, alsoAt: alsoAt + unanswered)
    self.items = items
    self.forms = answered
    edge = OrdinalSeries.edge(of: answered, items: items)
  }

  private static func check(_ form: Form, against items: [OrdinalItem]) throws(InferenceError) {
    guard form.answers.count == items.count else {
      throw .unusable(
        "the form at time \(form.time) has \(form.answers.count) answers for \(items.count) items")
    }
    for (answer, item) in zip(form.answers, items) {
      guard let answer else { continue }
      guard (0...item.highest).contains(answer) else {
        throw .unusable(
          "item \"\(item.name)\" at time \(form.time): answer \(answer) is outside 0 to "
            + "\(item.highest)")
      }
    }
  }

  private static func edge(of forms: [Form], items: [OrdinalItem]) -> Edge {
    func all(_ isAtEdge: (Int, OrdinalItem) -> Bool) -> Bool {
      forms.allSatisfy { form in
        zip(form.answers, items).allSatisfy { answer, item in
          answer.map { isAtEdge($0, item) } ?? true
        }
      }
    }
    if all({ answer, _ in answer == 0 }) { return .floor }
    return all { answer, item in answer == item.highest } ? .ceiling : .none
  }
}

extension OrdinalSeries.Edge {
  /// Why changes cannot be measured, `nil` where they can.
  public var reason: String? {
    switch self {
    case .none: nil
    case .floor:
      "every answer is the lowest; severity is bounded from above only, and no change can be "
        + "measured until an answer differs"
    case .ceiling:
      "every answer is the highest; severity is bounded from below only, and no change can be "
        + "measured until an answer differs"
    }
  }
}
