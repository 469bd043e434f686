/// How the length of the next sequence follows from the answers so far.
public struct SpanRule: Hashable, Sendable, Codable {
  /// The kinds of rules.
  public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
    /// So many sequences of each length; the end comes when all of a length are wrong.
    case ascending
    /// One longer after a right answer, one shorter after two wrong answers in a row; a fixed number
    /// of sequences (Woods et al. 2011, J Clin Exp Neuropsychol 33:101-111).
    case staircase
  }

  /// The kind.
  public let kind: Kind
  /// Sequences of each length for the ascending rule, sequences in all for the staircase.
  public let trials: Int
  /// The length of the first sequence.
  public let first: Int
  /// The least length a sequence may have, in digits or places.
  public let shortest: Int
  /// The greatest length a sequence may have, in digits or places.
  public let longest: Int

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - kind: the kind.
  ///   - trials: 1 to 100 sequences, of each length or in all.
  ///   - first: the length of the first sequence.
  ///   - shortest: the least length, 1 or more.
  ///   - longest: the greatest length, at most 20.
  /// - Throws: ``MemoryScienceError/option(_:)`` when the numbers are out of order.
  public init(
    kind: Kind, trials: Int, first: Int, shortest: Int, longest: Int
  ) throws(MemoryScienceError) {
    guard (1...100).contains(trials), shortest >= 1, shortest <= first, first <= longest,
      longest <= 20
    else {
      throw .option(
        "\(trials) sequences from \(first) between \(shortest) and \(longest); give 1 to 100"
          + " sequences and lengths in order up to 20")
    }
    self.kind = kind
    self.trials = trials
    self.first = first
    self.shortest = shortest
    self.longest = longest
  }

  /// Decodes a rule.
  ///
  /// - Parameter decoder: what holds it.
  /// - Throws: ``MemoryScienceError/option(_:)`` when the numbers are out of order.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      kind: try container.decode(Kind.self, forKey: .kind),
      trials: try container.decode(Int.self, forKey: .trials),
      first: try container.decode(Int.self, forKey: .first),
      shortest: try container.decode(Int.self, forKey: .shortest),
      longest: try container.decode(Int.self, forKey: .longest))
  }

  private enum CodingKeys: String, CodingKey { case kind, trials, first, shortest, longest }

  /// One answered sequence.
  public struct Outcome: Hashable, Sendable {
    /// The length of the sequence.
    public let length: Int
    /// Whether the answer was right.
    public let isCorrect: Bool

    /// Creates an outcome.
    ///
    /// - Parameters:
    ///   - length: the length of the sequence.
    ///   - isCorrect: whether the answer was right.
    public init(length: Int, isCorrect: Bool) {
      self.length = length
      self.isCorrect = isCorrect
    }
  }

  /// The length of the next sequence.
  ///
  /// - Parameter outcomes: the answers so far, in order.
  /// - Returns: the length, or nil when the task is over.
  public func nextLength(after outcomes: [Outcome]) -> Int? {
    guard let last = outcomes.last else { return first }
    switch kind {
    case .ascending:
      let same = outcomes.filter { $0.length == last.length }
      guard same.count >= trials else { return last.length }
      guard same.contains(where: \.isCorrect), last.length < longest else { return nil }
      return last.length + 1
    case .staircase:
      guard outcomes.count < trials else { return nil }
      if last.isCorrect { return min(last.length + 1, longest) }
      return mistakes(outcomes).isMultiple(of: 2) ? max(last.length - 1, shortest) : last.length
    }
  }

  /// Mistakes in a row at the end that belong to one length.
  private func mistakes(_ outcomes: [Outcome]) -> Int {
    guard let length = outcomes.last?.length else { return 0 }
    return outcomes.reversed().prefix { !$0.isCorrect && $0.length == length }.count
  }
}
