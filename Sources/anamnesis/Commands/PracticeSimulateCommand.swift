import ArgumentParser
import MemoryScience

/// `anamnesis practice simulate`
struct PracticeSimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Choose how much practice is worth while.",
    discussion: """
      A memory is reviewed when its recall has fallen to the desired retention. Each retention is \
      simulated over the whole period. What counts is how many memories come back on a random day of \
      it, not how many are left when it ends. With --minutes the most available memories within that \
      budget are chosen, otherwise the most for each minute. Seconds and shares of grades are \
      assumptions: give your own.

      EXAMPLES:
        anamnesis practice simulate --memories 40 --days 90 --minutes 5
        anamnesis practice simulate --memories 200 --new-per-day 2 --seconds 240,120,90,60,30
      """)

  @Option(help: "How many memories there are, 2 to 100000.")
  var memories = 100

  @Option(help: "How many are begun each day (default: all on the first).")
  var newPerDay: Int?

  @Option(help: "The length of the period in days, 1 to 36500.")
  var days = 180.0

  @Option(help: "A budget of minutes a day.")
  var minutes: Double?

  @Option(
    help: ArgumentHelp(
      "Seconds of a first review, and of later ones by grade.",
      valueName: "first,again,hard,good,easy"))
  var seconds = NumberList(
    [PracticeHabits.assumed.firstSeconds] + PracticeHabits.assumed.secondsByGrade)

  @Option(help: "The weights, in a file; the defaults of FSRS-6 if not said.")
  var weights: WeightsFile?

  @Option(help: "The seed.")
  var seed: UInt64 = 1

  @Flag(help: "Count along on the standard error, as happens by itself on a terminal.")
  var progress = false

  @Option(help: "How to write the result.")
  var format = OutputFormat.text

  func run() throws {
    let weights = try weights?.weights() ?? .defaults
    do {
      let habits = try PracticeHabits(
        firstSeconds: seconds.numbers.first ?? 0, secondsByGrade: Array(seconds.numbers.dropFirst())
      )
      let simulator = try RetentionSimulator(
        model: MemoryModel(weights: weights), habits: habits, memories: memories,
        newPerDay: newPerDay ?? max(memories, 1), days: days)
      try PracticeSimulationResult(simulator: simulator, choice: choice(by: simulator))
        .print(as: format)
    } catch let error as MemoryScienceError {
      throw BadInput("practice simulate", error)
    }
  }

  private func choice(
    by simulator: RetentionSimulator
  ) throws(MemoryScienceError) -> RetentionChoice {
    var counter = Progress(
      of: "retentions", every: 1, isShown: progress || StandardError.isTerminal)
    defer { counter.end() }
    return try simulator.choice(
      of: minutes.map { .availability(minutesPerDay: $0) } ?? .availabilityPerMinute, seed: seed
    ) { counter.reached($0) }
  }
}
