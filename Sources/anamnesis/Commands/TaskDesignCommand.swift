import ArgumentParser
import JSON
import Knowledge
import MemoryScience

/// `anamnesis task design`
struct TaskDesignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "design",
    abstract: "Make a form of a task: stimuli, order and timing.",
    discussion: """
      The same name, form, seed and words give the same design. Forms of one seed share no words, \
      symbols or cues. Instructions are named by key; their wording belongs to whoever shows them.

      EXAMPLES:
        anamnesis task design self-reference --form 2 --seed 7 --format json
        anamnesis task design n-back --level 2
        anamnesis task design corsi --direction backward --rule staircase
      """)

  @Argument(help: "The task; see `anamnesis task list`.")
  var name: TaskName

  @Option(help: "The parallel form, from 1.")
  var form = 1

  @Option(help: "The seed of forms and orders, 0 to 2^53 - 1.")
  var seed = 1

  @Option(help: "n of n-back, 0 to 3; default 2.")
  var level: Int?

  @Option(help: "Keys of reaction-time: 1, 2 or 4; default 2.")
  var choices: Int?

  @Option(help: "Order in which spans are given back; default forward.")
  var direction: SpanDesign.Direction?

  @Option(help: "How the length of spans goes on; default ascending.")
  var rule: SpanRule.Kind?

  @Flag(help: "Say in self-reference that words may be asked about: from the second sitting on.")
  var announceRecall = false

  @Flag(help: "Ask in autobiographical-memory for memories of one event.")
  var askForOneEvent = false

  @OptionGroup(title: "Words") var words: TaskWordOptions

  @Option(help: "text or json.")
  var format = OutputFormat.text

  func validate() throws {
    let own: [(String, Bool, [TaskName])] = [
      ("--level", level != nil, [.nBack]), ("--choices", choices != nil, [.reactionTime]),
      ("--direction", direction != nil, [.digitSpan, .corsi]),
      ("--rule", rule != nil, [.digitSpan, .corsi]),
      ("--announce-recall", announceRecall, [.selfReference]),
      ("--ask-for-one-event", askForOneEvent, [.autobiographicalMemory]),
      ("--words", words.words != nil, [.selfReference, .emotionalRecall, .autobiographicalMemory]),
    ]
    for (option, isGiven, tasks) in own where isGiven && !tasks.contains(name) {
      let names = tasks.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "\(option): this belongs to \(names); leave it out for \(name.rawValue).")
    }
  }

  func run() throws {
    do {
      try TaskDesignResult(json: try design()).print(as: format)
    } catch let error as MemoryScienceError {
      throw BadInput(name.rawValue, error)
    }
  }

  private func design() throws -> JSONValue {
    let encoder = ValueEncoder()
    switch name {
    case .selfReference:
      return try encoder.encode(
        SelfReferenceDesign(
          form: form, seed: seed, pool: words.pool("trait-adjectives"),
          announcesRecall: announceRecall))
    case .emotionalRecall:
      return try encoder.encode(
        EmotionalRecallDesign(form: form, seed: seed, pool: words.pool("emotional-words")))
    case .goodDayBadDay: return try encoder.encode(GoodDayBadDayDesign(form: form, seed: seed))
    case .autobiographicalMemory:
      return try encoder.encode(
        AutobiographicalMemoryDesign(
          form: form, seed: seed, pool: words.pool("memory-cues"),
          isMinimallyInstructed: !askForOneEvent))
    case .symbolDigit: return try encoder.encode(SymbolDigitDesign(form: form, seed: seed))
    case .nBack:
      return try encoder.encode(NBackDesign(level: level ?? 2, form: form, seed: seed))
    case .digitSpan, .corsi: return try encoder.encode(span())
    case .reactionTime:
      return try encoder.encode(ReactionTimeDesign(choices: choices ?? 2, form: form, seed: seed))
    }
  }

  private func span() throws -> SpanDesign {
    guard rule == .staircase else {
      return try SpanDesign(name, direction ?? .forward, form: form, seed: seed)
    }
    // Woods et al. (2011) give 14 sequences.
    let staircase = try SpanRule(kind: .staircase, trials: 14, first: 3, shortest: 2, longest: 9)
    return try SpanDesign(name, direction ?? .forward, rule: staircase, form: form, seed: seed)
  }
}
