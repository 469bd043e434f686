import Archive
import ArgumentParser
import PatientRecord
import SQLiteStore
import Vault

/// `anamnesis erase`
struct EraseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase a patient's record for good.",
    discussion: """
      The patient's key is destroyed and their rows are deleted. A data file restored from an older \
      backup is erased again when it is opened with this key file, so copy the key file to its safe \
      place again. Whoever has a backup and a copy of the key file from before can still read the \
      record in it: destroy those.

      That there was a record, and who used it, stays in the audit trail under a random key. Whether \
      a clinical record may be erased at all is a question of law, not of this program.

      EXAMPLES:
        anamnesis erase person-1 --data clinic --confirm person-1
      """)

  @Argument(help: ArgumentHelp("Whose record.", valueName: "patient"))
  var patient: String

  @OptionGroup var folder: DataOptions

  @Option(help: ArgumentHelp("The patient once more: this cannot be undone.", valueName: "patient"))
  var confirm: String

  func run() async throws {
    guard confirm == patient else {
      throw BadInput(
        "--confirm \(confirm)", "the patient to erase is \(patient)", cure: "write the same twice")
    }
    let open = try await folder.open()
    let count = try await open.archive.erase(
      PatientID(rawValue: patient), by: .commandLine(for: "erasure"), keyFile: folder.keyFile)
    try await folder.data.keep(open.archive.checkpoint())
    try open.engine.close()
    guard let count else {
      throw BadInput(
        patient, "no such patient has a record here", cure: "anamnesis read lists the patients")
    }
    try Finding.write(
      "Erased \(counted(count, "entry", "entries")) of \(patient).",
      "Copy the key file to its safe place again: it remembers the erasure.",
      "Backups from before hold the record still. Destroy them, or the copies of the key file from before."
    )
  }
}
