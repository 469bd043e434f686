import Archive
import ArgumentParser
import PatientRecord
import SQLiteStore

/// `anamnesis append`
struct AppendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "append",
    abstract: "Store the entries of a record in a data folder.",
    discussion: """
      An entry that is stored already is not stored again, so a run that was cut off may be repeated. \
      With --acknowledge the identifier of each entry is printed when it is safe on the disk.

      EXAMPLES:
        anamnesis append record.ndjson --data clinic
        anamnesis import diary.csv --mapping diary.yaml | anamnesis append - --data clinic
      """)

  @Argument(help: "The record; - reads the standard input.")
  var file: InputFile

  @OptionGroup var folder: DataOptions

  @Option(
    help: ArgumentHelp("Entries stored in one step, all or none: 1 to 10000.", valueName: "number"))
  var batch = 500

  @Flag(help: "Print the identifier of each entry once it is stored.")
  var acknowledge = false

  @Flag(help: "List lines that cannot be read and go on without them.")
  var skipBadLines = false

  func validate() throws {
    guard (1...10_000).contains(batch) else {
      throw ValidationError("--batch: write a number from 1 to 10000.")
    }
  }

  func run() async throws {
    let open = try await folder.open()
    var intake = Intake(
      archive: open.archive, batch: batch, acknowledges: acknowledge, name: file.name)
    var reader = RecordReader()
    try await file.forEachChunk { chunk in
      for line in reader.read(chunk) { try await intake.take(line) }
    }
    for line in reader.finish() { try await intake.take(line) }
    try await intake.store()
    try await folder.data.keep(open.archive.checkpoint())
    try open.engine.close()
    StandardError.write("\(counted(intake.stored, "entry", "entries")) stored.\n")
    if intake.badLines > 0, !skipBadLines {
      throw BadInput(
        file.name, "\(counted(intake.badLines, "line")) could not be read, listed above",
        cure: "correct them and append the file again: what is stored is not stored twice")
    }
  }
}

/// Takes entries as they come and stores them in batches.
private struct Intake {
  let archive: Archive
  let batch: Int
  let acknowledges: Bool
  let name: String
  private(set) var stored = 0
  private(set) var badLines = 0
  private var waiting: [Entry] = []

  init(archive: Archive, batch: Int, acknowledges: Bool, name: String) {
    self.archive = archive
    self.batch = batch
    self.acknowledges = acknowledges
    self.name = name
  }

  mutating func take(_ line: RecordReader.Line) async throws {
    switch line {
    case .failure(let error):
      badLines += 1
      StandardError.write("\(name): \(error)\n")
    case .success(let entry):
      waiting.append(entry)
      if waiting.count >= batch { try await store() }
    }
  }

  mutating func store() async throws {
    let entries = try await archive.append(waiting, by: .commandLine(for: "import"))
    waiting = []
    stored += entries.count
    guard acknowledges, !entries.isEmpty else { return }
    let text = entries.map { "\($0.id)\n" }.joined()
    try OutputTarget.standardOutput.write { try $0.write(text) }
  }
}
