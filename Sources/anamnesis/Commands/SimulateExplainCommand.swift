import ArgumentParser
import Knowledge
import Simulation

/// `anamnesis simulate explain`
struct SimulateExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a part of the model is, how large, and where it comes from.",
    discussion: """
      A term is the symbol of a number (P_K), the number of an equation (6), the name of a treatment \
      (ketamine), or a word of their descriptions (sleep). Without one everything is explained. Each \
      number has its equation, value, unit and source and a tag: F fitted to groups in trials, A \
      assumed.

      EXAMPLES:
        anamnesis simulate explain P_K
        anamnesis simulate explain 6
        anamnesis simulate explain window
        anamnesis simulate explain --format json
      """)

  @Argument(help: "A symbol, the number of an equation, a treatment, or a word.")
  var term: String?

  @Option(help: "How to write it.")
  var format = OutputFormat.text

  func run() throws {
    let knowledge = try Knowledge.shipped()
    let explanation: ModelExplanation
    do {
      explanation =
        try term.map { term throws(SimulationError) in
          try ModelExplanation(term, in: knowledge)
        } ?? ModelExplanation(of: knowledge)
    } catch {
      throw BadInput("simulate explain", error)
    }
    try ModelExplanationResult(explanation).print(as: format)
  }
}
