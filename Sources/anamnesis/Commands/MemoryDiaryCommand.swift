import ArgumentParser
import MemoryScience

/// `anamnesis memory diary`
struct MemoryDiaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diary",
    abstract: "Ask whether the mood of events lingers in people's diaries.",
    discussion: """
      Affect at each prompt is read as a baseline, plus an emotional context that events move and \
      that decays over hours, plus noise. Each person is fitted alone; left-out days are foretold with and \
      without lingering; and over all people the half-life of events is asked for, beside the inertia \
      that mood has anyway. Diaries with their events in a wrong order are the control.

      EXAMPLES:
        anamnesis memory diary beeps.csv --person id --day day --beep beep --beep-hours 1.5 \
      --event pleasant --affect cheerful
        anamnesis memory diary mine.csv --day day --hour hour --event pleasant --affect mood
      """)

  @OptionGroup var table: DiaryOptions

  @Option(help: "The point of the scale at which an event is neither pleasant nor unpleasant.")
  var neutral = 0.0

  @Flag(help: "Give pleasant and unpleasant events effects of their own; needs 5 of each.")
  var separate = false

  @Option(help: "How many wrong orders of events are tried for the control, 1 to 1000.")
  var shuffles = 3

  @Option(help: "The seed of the wrong orders.")
  var seed: UInt64 = 1

  @Option(help: "How to write the result.")
  var format = OutputFormat.text

  func validate() throws {
    guard 1...1000 ~= shuffles else { throw ValidationError("--shuffles: give 1 to 1000.") }
  }

  func run() throws {
    let diaries = try DiaryTable(table)
    var progress = Progress(of: "people", every: 1, isShown: StandardError.isTerminal)
    var people: [DiaryPerson] = []
    for (index, diary) in diaries.people.enumerated() {
      people.append(
        DiaryPerson(
          name: diary.name, entries: diary.entries, neutral: neutral,
          sensitivity: separate ? .separate : .single, shuffles: shuffles, seed: seed,
          number: index))
      progress.reached(index + 1)
    }
    progress.end()
    let result = DiaryResult(
      event: table.event, affect: table.affect, skipped: diaries.skipped, people: people)
    guard result.fitted > 0 else {
      throw BadInput(
        table.file.name, result.refusals.first?.reason ?? "there are no rows",
        cure: "add prompts, or name other columns")
    }
    try result.print(as: format)
  }
}
