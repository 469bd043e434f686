/// Free recall of lists that mix unpleasant, neutral and pleasant words.
///
/// Each block of three successive words holds one of each feeling, so that no feeling gathers at the
/// beginning or the end of a list.
public struct EmotionalRecallDesign: TaskDesign {
  /// What names the design.
  public let key: DesignKey
  /// The keys of the instructions in the order in which they are shown.
  public let instructions: [String]
  /// The lists in order, each the words in the order of presentation.
  public let lists: [[TaskWord]]
  /// Seconds for which a word is shown.
  public let wordSeconds: Double
  /// Seconds of an empty screen after each word.
  public let gapSeconds: Double
  /// Seconds of sums between a list and its recall.
  public let arithmeticSeconds: Double
  /// Seconds of typed recall after each list.
  public let recallSeconds: Double

  /// How many forms a seed has.
  public static let forms = 11
  /// How many lists a form has.
  public static let listsPerForm = 3
  /// How many words of each feeling a list has.
  public static let wordsPerValence = 6

  /// Makes the design of a form.
  ///
  /// - Parameters:
  ///   - form: 1 to ``forms``; forms of one seed share no word, and nor do their lists.
  ///   - seed: the seed of the allocation and of the order.
  ///   - pool: at least 198 words of each feeling.
  /// - Throws: an error that says which words are missing or which number is out of range.
  public init(form: Int, seed: Int, pool: WordPool) throws(MemoryScienceError) {
    key = try DesignKey(task: .emotionalRecall, form: form, seed: seed)
    guard form <= EmotionalRecallDesign.forms else {
      throw .option(
        "form \(form) of emotional-recall; a seed has \(EmotionalRecallDesign.forms): take another"
          + " seed and tell that words may come again")
    }
    // Lists are the parallel forms; a form of the task is three of them.
    let count = EmotionalRecallDesign.listsPerForm
    let each = EmotionalRecallDesign.wordsPerValence
    let all = try ParallelForms(
      of: pool, count: EmotionalRecallDesign.forms * count,
      perForm: [.negative: each, .neutral: each, .positive: each], key: key
    ).forms
    var order = key.order
    lists = all[(form - 1) * count..<form * count].map { ValenceOrder.blocks(of: $0, &order) }
    instructions = [
      "emotional-recall.study", "emotional-recall.arithmetic", "emotional-recall.recall",
    ]
    wordSeconds = 1.5
    gapSeconds = 0.5
    arithmeticSeconds = 20
    recallSeconds = 75
  }
}
