import ArgumentParser
import Care
import Interchange
import Knowledge

/// `anamnesis stage`
struct StageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage",
    abstract: "Rate treatment trials and stage treatment resistance, for clinicians.",
    discussion: """
      Reads a file of trials and says which were adequate, which count as failures and why others do \
      not, and what Thase and Rush, Maudsley and the method of the Massachusetts General Hospital \
      make of them. Where published forms differ or something is missing the result is a range, and \
      what is missing is listed. It is meant for clinicians who review it, not for patients.

      EXAMPLES:
        anamnesis stage trials.yaml
        anamnesis stage trials.yaml --format json
      """)

  @Argument(help: ArgumentHelp("A file of trials in YAML.", valueName: "trials.yaml"))
  var file: InputFile

  @Option(help: "In which form the result is written.")
  var format = OutputFormat.text

  func run() throws {
    let knowledge = try Knowledge.shipped()
    let text = try file.text()
    do {
      let person = try StagingCase(yaml: text, knowledge: knowledge)
      let assessment = try TrialJudge(knowledge).assessment(of: person)
      try StageResult(assessment: assessment, knowledge: knowledge).print(as: format)
    } catch let error as InterchangeError {
      throw BadInput(file.name, error)
    }
  }
}
