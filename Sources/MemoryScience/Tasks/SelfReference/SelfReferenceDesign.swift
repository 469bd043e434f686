/// The self-reference task: trait adjectives, "does this describe me?", and their recall.
///
/// Source of the paradigm: Derry & Kuiper (1981), Schematic processing and self-reference in clinical
/// depression, J Abnorm Psychol 90:286-297. The recall is a surprise at the first sitting only;
/// ``announcesRecall`` says so for all later ones.
public struct SelfReferenceDesign: TaskDesign {
  /// A word and whether it is scored.
  public struct Trial: Hashable, Sendable, Codable {
    /// The word.
    public let word: TaskWord
    /// Whether it only shields the others from being first or last, and is not scored.
    public let isBuffer: Bool

    /// Creates a trial.
    ///
    /// - Parameters:
    ///   - word: the word.
    ///   - isBuffer: whether it is not scored.
    public init(word: TaskWord, isBuffer: Bool) {
      self.word = word
      self.isBuffer = isBuffer
    }
  }

  /// What names the design.
  public let key: DesignKey
  /// The keys of the instructions in the order in which they are shown.
  public let instructions: [String]
  /// The trials in order: two buffers, the scored words, two buffers.
  public let trials: [Trial]
  /// Seconds of an empty screen before each word.
  public let fixationSeconds: Double
  /// Seconds after which a trial ends without an answer.
  public let answerLimitSeconds: Double
  /// Seconds of counting backwards before the recall.
  public let distractorSeconds: Double
  /// Seconds of recall.
  public let recallSeconds: Double
  /// Whether the instructions say that words may be asked about later.
  public let announcesRecall: Bool

  /// How many forms a seed has.
  public static let forms = 5
  /// How many scored words of each feeling a form has.
  public static let wordsPerValence = 20

  /// Makes the design of a form.
  ///
  /// - Parameters:
  ///   - form: 1 to ``forms``; forms of one seed share no word.
  ///   - seed: the seed of the allocation and of the order.
  ///   - pool: adjectives, at least 110 negative and as many positive ones.
  ///   - announcesRecall: whether a recall may be expected; true from the second sitting on.
  /// - Throws: an error that says which words are missing or which number is out of range.
  public init(
    form: Int, seed: Int, pool: WordPool, announcesRecall: Bool = false
  ) throws(MemoryScienceError) {
    key = try DesignKey(task: .selfReference, form: form, seed: seed)
    let each = SelfReferenceDesign.wordsPerValence
    let words = try pool.form(
      key, of: SelfReferenceDesign.forms, perForm: [.negative: each + 2, .positive: each + 2])
    var order = key.order
    // Two words of each feeling, of any length, become buffers.
    let mixed = ValenceOrder.blocks(of: words, &order)
    let scored = Array(mixed.dropFirst(4))
    let buffers = mixed.prefix(4).map { Trial(word: $0, isBuffer: true) }
    trials =
      buffers.prefix(2) + scored.map { Trial(word: $0, isBuffer: false) } + buffers.suffix(2)
    instructions =
      ["self-reference.judge"]
      + (announcesRecall ? ["self-reference.recall-announced"] : [])
      + ["self-reference.distractor", "self-reference.recall"]
    fixationSeconds = 0.5
    answerLimitSeconds = 10
    distractorSeconds = 90
    recallSeconds = 180
    self.announcesRecall = announcesRecall
  }
}

extension WordPool {
  /// The words of one of several parallel forms.
  func form(
    _ key: DesignKey, of count: Int, perForm: [WordValence: Int]
  ) throws(MemoryScienceError) -> [TaskWord] {
    guard key.form <= count else {
      throw .option(
        "form \(key.form) of \(key.task.rawValue); a seed has \(count): take another seed and tell"
          + " that words may come again")
    }
    return try ParallelForms(of: self, count: count, perForm: perForm, key: key)
      .forms[key.form - 1]
  }
}
