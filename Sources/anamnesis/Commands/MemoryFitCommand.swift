import ArgumentParser
import MemoryScience

/// `anamnesis memory fit`
struct MemoryFitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fit a retrieved-context model to each person's recalls.",
    discussion: """
      The file has the columns of psifr: subject, list, position, trial_type (study or recall) and \
      item. Repetitions and intrusions are left out and counted. Each person is fitted alone, by exact \
      maximum likelihood from several starts. Who recalled too little is named with what is missing.

      EXAMPLES:
        anamnesis memory fit recalls.csv
        anamnesis memory fit recalls.csv --subject 3 --starts 10
        anamnesis memory fit recalls.csv --model cmr3 --valence valence --format json
      """)

  /// Which model is fitted.
  enum Model: String, CaseIterable, ExpressibleByArgument {
    case cmr
    case ecmr
    case cmr3

    var source: SourceContext {
      switch self {
      case .cmr: .none
      case .ecmr: .emotion
      case .cmr3: .valence
      }
    }
  }

  @Argument(help: "The CSV file, its first line naming the columns; - reads the standard input.")
  var file: InputFile

  @OptionGroup var table: FreeRecallOptions

  @Option(
    help: """
      Which model: time alone (cmr), also emotional against neutral (ecmr), or also negative and \
      positive (cmr3).
      """)
  var model = Model.cmr

  @Option(help: "Chance of a recall: a power of its support, or exponential in it.")
  var choice = ChoiceRule.power

  @Option(
    help: ArgumentHelp(
      "Parameters to estimate, the others as in the documentation (default: the usual ones).",
      valueName: "name,name"))
  var free = ColumnList()

  @Option(help: "From how many points the search starts, 1 to 1000.")
  var starts = 5

  @Option(help: "The seed of the starting points.")
  var seed: UInt64 = 1

  @Option(help: "How to write the result.")
  var format = OutputFormat.text

  func validate() throws {
    if model != .cmr, table.valence == nil {
      throw ValidationError("--model \(model.rawValue) needs --valence, a column of -1, 0 and 1.")
    }
    guard 1...1000 ~= starts else { throw ValidationError("--starts: give 1 to 1000.") }
  }

  func run() throws {
    let people = try FreeRecallTable(table, file: file).people
    let search = try search()
    let start = try RetrievedContextModel(source: model.source, choice: choice)
    let fits = people.map { person in
      Result { () throws(MemoryScienceError) in
        try RetrievedContextFit(person.lists, model: start, search: search)
      }
    }
    let result = MemoryFitResult(model: model, people: people, fits: fits)
    if result.fitted.isEmpty, let refusal = result.refusals.first {
      throw BadInput("\(file.name), subject \(refusal.name)", refusal.error)
    }
    try result.print(as: format)
  }

  private func search() throws -> RetrievedContextSearch {
    let names = try free.names.map { name in
      guard let parameter = RetrievedContextParameter(rawValue: name) else {
        throw BadInput(
          "--free", "\"\(name)\" is no parameter",
          cure: "write one of "
            + RetrievedContextParameter.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return parameter
    }
    let chosen =
      names.isEmpty ? RetrievedContextSearch.usualParameters(of: model.source) : Set(names)
    return try RetrievedContextSearch(free: chosen, starts: starts, seed: seed)
  }
}
