import ArgumentParser
import HTML
import JSON
import Knowledge
import Pages
import Simulation

/// How a finding about invented people is written.
enum SimulationFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, csv, html
}

/// What plans are followed with.
struct SimulationOptions: ParsableArguments {
  @Option(help: "How many invented people are included, 1 to 1000000.")
  var patients = 1000

  @Option(help: "Which of many possible groups and fates.")
  var seed: UInt32 = 1

  @Option(help: "How to write the result.")
  var format = SimulationFormat.text

  @Flag(help: "Count along on the standard error, as happens by itself on a terminal.")
  var progress = false

  func validate() throws {
    guard (1...Study.greatestPeople).contains(patients) else {
      throw ValidationError("--patients: write a number from 1 to \(Study.greatestPeople).")
    }
  }

  /// Runs a study and prints what it found, which is less when somebody stops it early.
  ///
  /// - Parameter study: makes the study.
  /// - Throws: ``BadInput`` when it cannot be run, and the code of the signal that stopped it.
  func follow(_ study: () throws(SimulationError) -> Study) throws {
    let stop = StopRequest("Stopping. What is done so far will be printed.")
    var counter = Progress(
      of: "of \(patients) people", every: 1, isShown: progress || StandardError.isTerminal)
    let finding: StudyFinding
    do {
      let study = try study()
      let tally = try study.run(people: patients, seed: seed) { done in
        counter.reached(done)
        return !stop.isReceived
      }
      finding = StudyFinding(study, tally, asked: patients, seed: seed)
    } catch {
      counter.end()
      throw BadInput("the simulation", error)
    }
    counter.end()
    try OutputTarget.standardOutput.write { try finding.write(as: format, to: &$0) }
    if finding.isPartial, let code = stop.exitCode { throw ExitCode(code) }
  }
}

extension StudyFinding {
  /// Writes the finding.
  func write(as format: SimulationFormat, to sink: inout ByteSink) throws {
    switch format {
    case .text: try sink.write(SimulationReport.text(self))
    case .json: try sink.writeLine(SimulationReport.json(self).text(.pretty))
    case .csv: try sink.write(SimulationReport.csv(self))
    case .html: try sink.write(SimulationReport.html(self).text)
    }
  }
}

extension Plan {
  /// Reads a plan from a file.
  init(_ file: InputFile, in model: PlanModel) throws {
    let document = KnowledgeDocument(name: file.name, text: try file.text())
    do {
      try self.init(document, treatments: model.treatments)
    } catch {
      throw BadInput("the plan", error)
    }
  }
}
