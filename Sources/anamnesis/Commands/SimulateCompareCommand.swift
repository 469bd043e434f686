import ArgumentParser
import Simulation

/// `anamnesis simulate compare`
struct SimulateCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Follow the same invented people through several plans.",
    discussion: """
      The people, their lives and their luck are the same in all plans, so that a difference comes from \
      the plans alone. All are compared with the first, as planned and with every term of the \
      treatments at zero. The plans must be equally long, include the same people and ask equally often.

      EXAMPLES:
        anamnesis simulate compare waiting.yaml ketamine.yaml
        anamnesis simulate compare a.yaml b.yaml c.yaml --patients 4000 --format csv
      """)

  @Argument(help: "Two plans or more.")
  var plans: [InputFile]

  @OptionGroup var options: SimulationOptions

  func validate() throws {
    guard plans.count > 1 else {
      throw ValidationError("Name at least two plans to compare.")
    }
  }

  func run() throws {
    let model = try PlanModel.shipped()
    let plans = try plans.map { try Plan($0, in: model) }
    try options.follow { () throws(SimulationError) in try Study(comparing: plans, in: model) }
  }
}
