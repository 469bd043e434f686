/// What somebody must know to choose a task.
public struct TaskDescription: Hashable, Sendable {
  /// The task.
  public let name: TaskName
  /// The usual name in words.
  public let title: String
  /// What it measures.
  public let measures: String
  /// About how many minutes it takes.
  public let minutes: Int
  /// How many forms a seed has; nil where every number gives another one of the same kind.
  public let forms: Int?
  /// How much practice raises the scores.
  public let practice: String

  /// All tasks in the order of ``TaskName``.
  public static let all: [TaskDescription] = TaskName.allCases.map(of)

  /// Describes a task.
  ///
  /// - Parameter name: the task.
  /// - Returns: its description.
  public static func of(_ name: TaskName) -> TaskDescription {
    switch name {
    case .selfReference:
      TaskDescription(
        name: name, title: "self-referential encoding and recall",
        measures: "negative and positive words taken as describing oneself, drift by feeling",
        minutes: 7, forms: SelfReferenceDesign.forms,
        practice: "recall is a surprise once only")
    case .emotionalRecall:
      TaskDescription(
        name: name, title: "emotional free recall",
        measures: "words recalled by feeling", minutes: 8, forms: EmotionalRecallDesign.forms,
        practice: "new words each time; the way of learning still improves")
    case .goodDayBadDay:
      TaskDescription(
        name: name, title: "Good Day-Bad Day",
        measures: "fluency for good and bad events, fading of feelings", minutes: 4, forms: nil,
        practice: "not known")
    case .autobiographicalMemory:
      TaskDescription(
        name: name, title: "autobiographical memory test",
        measures: "specificity of memories", minutes: 12,
        forms: AutobiographicalMemoryDesign.forms, practice: "small")
    case .symbolDigit:
      TaskDescription(
        name: name, title: "symbol-digit substitution", measures: "speed of processing",
        minutes: 3, forms: SymbolDigitDesign.forms,
        practice: "large from the first to the second sitting: take two baselines")
    case .nBack:
      TaskDescription(
        name: name, title: "n-back", measures: "updating of working memory", minutes: 5,
        forms: nil, practice: "moderate")
    case .digitSpan:
      TaskDescription(
        name: name, title: "digit span", measures: "verbal short-term memory", minutes: 4,
        forms: nil, practice: "small")
    case .corsi:
      TaskDescription(
        name: name, title: "Corsi blocks", measures: "spatial short-term memory", minutes: 4,
        forms: nil, practice: "small")
    case .reactionTime:
      TaskDescription(
        name: name, title: "simple and choice reaction time",
        measures: "speed and steadiness of reactions", minutes: 4, forms: nil, practice: "minimal")
    }
  }
}
