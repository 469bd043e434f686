public import ArgumentParser
import Interchange
public import MemoryScience

/// Which columns of a file hold free recall, beside those that psifr names.
struct RecallOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only this person.", valueName: "name"))
  var subject: String?

  @Option(
    help: ArgumentHelp(
      "The column that says of each studied item how it is felt: -1, 0 or 1.", valueName: "column"))
  var valence: String?

  @Option(help: "The character between fields.")
  var separator = Separator.comma
}

extension ChoiceRule: ExpressibleByArgument {}
