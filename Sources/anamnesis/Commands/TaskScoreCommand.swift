import ArgumentParser
import JSON
import MemoryScience

/// `anamnesis task score`
struct TaskScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score what a person did in a task.",
    discussion: """
      The file holds one result as JSON, in the layout that docs/command-line.md describes; fields \
      that are not known are refused. Scores that cannot be computed say what is missing.

      EXAMPLES:
        anamnesis task score self-reference result.json
        anamnesis task score n-back - --format json < result.json
      """)

  @Argument(help: "The task; see `anamnesis task list`.")
  var name: TaskName

  @Argument(help: ArgumentHelp("The result; - is the standard input.", valueName: "file"))
  var file: InputFile

  @Option(help: "text or json.")
  var format = OutputFormat.text

  func run() throws {
    do {
      try TaskScoreResult(report: try report(JSONValue(parsing: file.text(limit: 1 << 25))))
        .print(as: format)
    } catch let error as JSONError {
      throw BadInput(file.name, "\(error)", cure: "mend the JSON")
    } catch let error as FieldError {
      throw BadInput(
        file.name, "\(error)", cure: "compare with the layout in docs/command-line.md")
    } catch let error as MemoryScienceError {
      throw BadInput(file.name, error)
    }
  }

  private func report(_ json: JSONValue) throws -> TaskReport {
    switch name {
    case .selfReference: try decoded(SelfReferenceResult.self, json).report()
    case .emotionalRecall: try decoded(EmotionalRecallResult.self, json).report()
    case .goodDayBadDay: try decoded(GoodDayBadDayResult.self, json).report()
    case .autobiographicalMemory: try decoded(AutobiographicalMemoryResult.self, json).report()
    case .symbolDigit: try decoded(SymbolDigitResult.self, json).report()
    case .nBack: try decoded(NBackResult.self, json).report()
    case .digitSpan, .corsi: try decoded(SpanResult.self, json).report()
    case .reactionTime: try decoded(ReactionTimeResult.self, json).report()
    }
  }

  private func decoded<Result: TaskResult>(
    _ type: Result.Type, _ json: JSONValue
  ) throws -> Result {
    let result = try StrictDecoder().decode(type, from: json)
    guard result.sitting.design.task == name else {
      let other = result.sitting.design.task.rawValue
      throw MemoryScienceError.unusable(
        "sitting.design.task: this is a result of \(other); write `anamnesis task score \(other)`")
    }
    return result
  }
}
