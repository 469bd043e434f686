import ArgumentParser
import Care
import HTML
import Inference
import JSON
import Knowledge
import Pages

/// `anamnesis evidence`
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Say what is published on treatments, memory and mood, for and against.",
    discussion: """
      A table of published effects ships with the program. Those that can be compared are pooled, one \
      from each body of trials; the others are listed with the reason. It says nothing about a person.

      EXAMPLES:
        anamnesis evidence
        anamnesis evidence --treatment exercise
        anamnesis evidence --include-uncertain --format json
        anamnesis evidence --format html > evidence.html
      """)

  @Option(
    help: ArgumentHelp(
      "Only rows whose treatment or body of trials has these words in it.", valueName: "words"))
  var treatment: String?

  @Flag(
    help:
      "Let general knowledge, unclear designs and unconfirmed citations into the pooled numbers.")
  var includeUncertain = false

  @Option(help: "How to write it.")
  var format = ReportFormat.text

  func validate() throws {
    guard treatment?.allSatisfy(\.isWhitespace) != true else {
      throw ValidationError("--treatment: write a word, such as exercise.")
    }
  }

  func run() throws {
    let evidence = try MemoryEvidence.bundled()
    let synthesis: EvidenceSynthesis
    do {
      synthesis = try EvidenceSynthesis(
        of: evidence, treatment: treatment, includesUncertain: includeUncertain)
    } catch {
      throw BadInput("--treatment", error)
    }
    try OutputTarget.standardOutput.write { sink in
      switch format {
      case .text: try sink.write(EvidenceReport.text(synthesis))
      case .json: try sink.writeLine(EvidenceReport.json(synthesis).text(.pretty))
      case .html: try sink.write(EvidenceReport.html(synthesis).text)
      }
    }
  }
}
