import ArgumentParser
import Interchange
import JSON
import Knowledge

/// `anamnesis import`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn a CSV file into a record by a mapping that says what its columns mean.",
    discussion: """
      Rows that cannot be used are listed with line, column, reason and cure, and the rest is \
      imported. The file streams, so it may be of any length. docs/import.md explains mappings; \
      \(Mapping.shippedNames.joined(separator: " and ")) ship with the program.

      EXAMPLES:
        anamnesis import diary.csv --mapping diary.yaml --output record.ndjson
        anamnesis import a.csv --mapping kossakowski --output a.ndjson --force
        anamnesis import a.csv --mapping a.yaml --output - --problems bad.ndjson
      """)

  @Argument(help: "The CSV file; - reads the standard input.")
  var file: InputFile

  @Option(
    help: ArgumentHelp(
      "A mapping file, or the name of a mapping that ships with the program.",
      valueName: "file or name"))
  var mapping: String

  @Option(
    help: ArgumentHelp("Where to write the record; - is the standard output.", valueName: "file"))
  var output: OutputTarget

  @Option(
    help: ArgumentHelp(
      "Whom the rows are about, in place of the one person that the mapping names.",
      valueName: "id"))
  var person: String?

  @Option(help: "The character between fields, in place of the one that the mapping names.")
  var separator: Separator?

  @Flag(help: "Refuse the whole file at the first bad row or cell.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Write every problem to this file, one line of JSON each.", valueName: "file"))
  var problems: OutputTarget?

  @Flag(help: "Replace files that exist.")
  var force = false

  @Flag(help: "Say nothing when all goes well, and list no problems.")
  var quiet = false

  @Flag(help: "Count rows on the standard error, as happens by itself on a terminal.")
  var progress = false

  func run() throws {
    try check()
    let csv = try CSVImport(
      mapping: try MappingChoice(mapping).mapping(person: person, separator: separator),
      knowledge: try Knowledge.shipped(), isStrict: strict)
    var report = ImportReport(
      file: file.name, summary: csv.summary, problemsAreWritten: problems != nil, isQuiet: quiet,
      progress: Progress(
        of: "rows", isShown: !quiet && (progress || StandardError.isTerminal)))
    try output.write { record in
      guard let problems else { return try run(csv, &report, &record) { _ in } }
      try problems.write { list in
        try run(csv, &report, &record) { try list.writeLine($0.json.text()) }
      }
    }
    report.finish(output)
  }

  private func check() throws {
    let inputs = [file, MappingChoice(mapping).file].compactMap(\.self)
    try output.check(against: inputs, canReplace: force)
    try problems?.check(against: inputs, canReplace: force)
    if let problems, problems.path == output.path {
      throw BadInput(
        "--problems", "record and problems would go to one place", cure: "name two files")
    }
  }

  private func run(
    _ start: CSVImport, _ report: inout ImportReport, _ record: inout ByteSink,
    _ list: (Problem) throws -> Void
  ) throws {
    var csv = start
    func take(_ batch: CSVImport.Batch) throws {
      for entry in batch.entries { try record.write(entry) }
      for problem in batch.problems { try list(problem) }
      report.add(batch.problems, csv.summary)
    }
    do {
      try file.forEachChunk { try take(try csv.consume($0)) }
      try take(try csv.finish())
    } catch let error as InterchangeError {
      report.clear()
      throw BadInput(file.name, error)
    }
    try report.refuseNothing()
  }
}
