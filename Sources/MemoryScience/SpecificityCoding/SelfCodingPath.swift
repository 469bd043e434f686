/// Plain questions that lead a person to the code of their own memory.
///
/// A path is a value: a page shows one question after another and needs to know nothing of codes.
public struct SelfCodingPath: Hashable, Sendable, Codable {
  /// Where an answer leads: to another question or to a code, never to both.
  public enum Step: Hashable, Sendable {
    /// The question of this identifier comes next.
    case question(String)
    /// The memory has this code.
    case code(SpecificityCode)
  }

  /// A question that is answered with yes or no.
  public struct Question: Hashable, Sendable, Codable {
    /// The identifier.
    public let id: String
    /// The question in English; whoever shows it in another language keeps the identifier.
    public let text: String
    /// Where yes leads.
    public let yes: Step
    /// Where no leads.
    public let no: Step

    /// Creates a question.
    ///
    /// - Parameters:
    ///   - id: the identifier.
    ///   - text: the question.
    ///   - yes: where yes leads.
    ///   - no: where no leads.
    public init(id: String, text: String, yes: Step, no: Step) {
      self.id = id
      self.text = text
      self.yes = yes
      self.no = no
    }
  }

  /// The questions; the first one is asked first.
  public let questions: [Question]

  /// Creates a path.
  ///
  /// - Parameter questions: each leads to later ones or to codes, so that every path ends.
  /// - Throws: ``MemoryScienceError/option(_:)`` when an identifier comes twice, a question leads to
  ///   itself, back or nowhere, or nothing leads to it.
  public init(questions: [Question]) throws(MemoryScienceError) {
    guard let first = questions.first else { throw .option("a path needs a question") }
    var places: [String: Int] = [:]
    for (place, question) in questions.enumerated() {
      guard places.updateValue(place, forKey: question.id) == nil else {
        throw .option("the question '\(question.id)' comes twice; keep one")
      }
    }
    var reached: Set<String> = [first.id]
    for (place, question) in questions.enumerated() {
      for case .question(let next) in [question.yes, question.no] {
        guard let target = places[next], target > place else {
          throw .option(
            "the question '\(question.id)' leads to '\(next)', which does not come after it")
        }
        reached.insert(next)
      }
    }
    if let lost = questions.first(where: { !reached.contains($0.id) }) {
      throw .option("nothing leads to the question '\(lost.id)'; remove it")
    }
    self.questions = questions
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(questions: try container.decode([Question].self, forKey: .questions))
  }

  private enum CodingKeys: String, CodingKey { case questions }

  /// Follows answers.
  ///
  /// - Parameter answers: yes or no to each question that was asked, in order.
  /// - Returns: the code, or the next question.
  /// - Throws: ``MemoryScienceError/unusable(_:)`` when there are answers beyond the code.
  public func step(after answers: [Bool]) throws(MemoryScienceError) -> Step {
    var step = Step.question(questions.first?.id ?? "")
    for (index, answer) in answers.enumerated() {
      guard case .question(let id) = step, let question = questions.first(where: { $0.id == id })
      else {
        throw .unusable("answer \(index + 1) comes after the code is known; leave it out")
      }
      step = answer ? question.yes : question.no
    }
    return step
  }
}

extension SelfCodingPath.Step: Codable {
  private enum CodingKeys: String, CodingKey { case question, code }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let question = try container.decodeIfPresent(String.self, forKey: .question)
    let code = try container.decodeIfPresent(SpecificityCode.self, forKey: .code)
    switch (question, code) {
    case (let question?, nil): self = .question(question)
    case (nil, let code?): self = .code(code)
    default: throw MemoryScienceError.unusable("a step has either a question or a code")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .question(let id): try container.encode(id, forKey: .question)
    case .code(let code): try container.encode(code, forKey: .code)
    }
  }
}
