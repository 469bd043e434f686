/// The autobiographical memory test: a memory of one event for each cue word.
///
/// Source of the paradigm: Williams & Broadbent (1986), Autobiographical memory in suicide attempters,
/// J Abnorm Psychol 95:144-149. The version with minimal instructions does not say that memories
/// should be specific; it is thought to be more sensitive in people who are not ill.
public struct AutobiographicalMemoryDesign: TaskDesign {
  /// What names the design.
  public let key: DesignKey
  /// The keys of the instructions in the order in which they are shown.
  public let instructions: [String]
  /// The cue words in order; each three successive ones hold one of each feeling.
  public let cues: [TaskWord]
  /// Seconds for each memory.
  public let answerLimitSeconds: Double
  /// Whether the instructions leave out that memories should be of one event.
  public let isMinimallyInstructed: Bool

  /// How many forms a seed has.
  public static let forms = 8
  /// How many cues of each feeling a form has.
  public static let cuesPerValence = 4

  /// Makes the design of a form.
  ///
  /// - Parameters:
  ///   - form: 1 to ``forms``; forms of one seed share no cue.
  ///   - seed: the seed of the allocation and of the order.
  ///   - pool: at least 32 cues of each feeling.
  ///   - isMinimallyInstructed: whether the instructions do not ask for one event.
  /// - Throws: an error that says which words are missing or which number is out of range.
  public init(
    form: Int, seed: Int, pool: WordPool, isMinimallyInstructed: Bool = true
  ) throws(MemoryScienceError) {
    key = try DesignKey(task: .autobiographicalMemory, form: form, seed: seed)
    let each = AutobiographicalMemoryDesign.cuesPerValence
    let words = try pool.form(
      key, of: AutobiographicalMemoryDesign.forms,
      perForm: [.negative: each, .neutral: each, .positive: each])
    var order = key.order
    cues = ValenceOrder.blocks(of: words, &order)
    answerLimitSeconds = 60
    self.isMinimallyInstructed = isMinimallyInstructed
    instructions = [
      isMinimallyInstructed
        ? "autobiographical-memory.minimal" : "autobiographical-memory.specific",
      "autobiographical-memory.answer",
    ]
  }
}
