import ArgumentParser
import Simulation

/// `anamnesis simulate course`, which is also `anamnesis simulate FILE`
struct SimulateCourseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Follow invented people through a plan.",
    discussion: """
      A plan is a file of YAML: treatments, visits, practice, events and circumstances by the day, and \
      how often the PHQ-9 is answered. The same people are followed as planned, without any \
      treatment, with every term of the treatments at zero, and without each part of the theory. \
      docs/simulation.md describes plans. It says nothing about real people.

      EXAMPLES:
        anamnesis simulate plan.yaml
        anamnesis simulate plan.yaml --patients 5000 --seed 3 --format html > plan.html
      """)

  @Argument(help: "The plan, a file of YAML; - reads the standard input.")
  var plan: InputFile

  @OptionGroup var options: SimulationOptions

  func run() throws {
    let model = try PlanModel.shipped()
    let plan = try Plan(plan, in: model)
    try options.follow { () throws(SimulationError) in try Study(of: plan, in: model) }
  }
}
