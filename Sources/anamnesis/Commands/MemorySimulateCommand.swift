import ArgumentParser
import MemoryScience

/// `anamnesis memory simulate`
struct MemorySimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Run an experiment on emotional memory in simulated people.",
    discussion: """
      Each experiment puts a claim of retrieved-context theory (CMR3) to the test in simulated people \
      and holds it against a control that lacks what the effect is said to come from. It shows what follows from a model \
      and says nothing of any person.

      EXAMPLES:
        anamnesis memory simulate --list
        anamnesis memory simulate event-scheduling
        anamnesis memory simulate rumination --people 1000 --seed 7 --format json
      """)

  @Argument(help: "The name of the experiment; --list shows the names.")
  var name: String?

  @Flag(help: "List the experiments.")
  var list = false

  @Option(help: "How many people to simulate, 3 to 100000.")
  var people = 200

  @Option(help: "The seed; the same seed gives the same result.")
  var seed: UInt64 = 1

  @Option(help: "How to write the result.")
  var format = OutputFormat.text

  func validate() throws {
    guard (name == nil) == list else {
      throw ValidationError("Give the name of one experiment, or --list alone.")
    }
  }

  func run() throws {
    guard let name else {
      try ExperimentList().print(as: format)
      return
    }
    let result: ExperimentResult
    do {
      let experiment = try Experiment.named(name)
      var progress = Progress(of: "people", every: 100, isShown: StandardError.isTerminal)
      result = try experiment.run(people: people, seed: seed) { progress.reached($0) }
      progress.end()
    } catch {
      throw BadInput("memory simulate", error)
    }
    try ExperimentReport(result: result).print(as: format)
  }
}
