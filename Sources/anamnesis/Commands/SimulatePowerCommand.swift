import ArgumentParser
import HTML
import JSON
import Knowledge
import Pages
import Simulation

/// `anamnesis simulate power`
struct SimulatePowerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "power",
    abstract: "Try the design of a trial on invented people.",
    discussion: """
      A design is a file of YAML of one of five kinds: parallel, smart, multipleBaseline, \
      randomisedTiming and crossover. Many trials are simulated; the share with a finding is the \
      power. Beside it stand the share of findings where there is nothing to find, and the same with \
      every term of the treatments at zero. docs/simulation.md describes designs.

      EXAMPLES:
        anamnesis simulate power design.yaml
        anamnesis simulate power design.yaml --seed 3 --format json
      """)

  @Argument(help: "The design, a file of YAML; - reads the standard input.")
  var design: InputFile

  @Option(help: "Which of many possible groups and fates.")
  var seed: UInt32 = 1

  @Option(help: "How to write the result.")
  var format = ReportFormat.text

  @Flag(help: "Count along on the standard error, as happens by itself on a terminal.")
  var progress = false

  func run() throws {
    let model = try PlanModel.shipped()
    let design = try read(model)
    let stop = StopRequest("Stopping. What is done so far will be printed.")
    var counter = Progress(
      of: "of \(design.trials) trials", every: 1, isShown: progress || StandardError.isTerminal)
    let finding: PowerFinding
    do {
      let tally = try design.power(in: model, seed: seed) { done in
        counter.reached(done)
        return !stop.isReceived
      }
      finding = PowerFinding(design, tally, seed: seed)
    } catch {
      counter.end()
      throw BadInput("the simulation", error)
    }
    counter.end()
    try OutputTarget.standardOutput.write { sink in
      switch format {
      case .text: try sink.write(SimulationReport.text(finding))
      case .json: try sink.writeLine(SimulationReport.json(finding).text(.pretty))
      case .html: try sink.write(SimulationReport.html(finding).text)
      }
    }
    if finding.isPartial, let code = stop.exitCode { throw ExitCode(code) }
  }

  private func read(_ model: PlanModel) throws -> Design {
    let document = KnowledgeDocument(name: design.name, text: try design.text())
    do {
      return try Design(document, treatments: model.treatments)
    } catch {
      throw BadInput("the design", error)
    }
  }
}
