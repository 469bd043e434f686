import ArgumentParser
import Vault

/// `anamnesis init`
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a folder that keeps records sealed, numbered and audited.",
    discussion: """
      The folder gets a data file, readable by its owner alone, and a key file. Without the key file \
      nobody can read the data, you included: keep a copy of it where the backups of the data are not.

      EXAMPLES:
        anamnesis init --data clinic
        anamnesis init --data clinic --keys /media/stick/clinic-keys.json
      """)

  @OptionGroup var folder: DataOptions

  func run() async throws {
    try await folder.create()
    try Finding.write(
      "Made \(folder.data.records) and its key file \(folder.keyFile.path).",
      "Copy the key file to a safe place apart from the data: without it the data cannot be read.")
  }
}
