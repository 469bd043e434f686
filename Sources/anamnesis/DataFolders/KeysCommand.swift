import Archive
import ArgumentParser
import SQLiteStore
import Vault

/// `anamnesis keys`
struct KeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Renew the keys of a data folder.",
    subcommands: [KeysRotateCommand.self])
}

/// `anamnesis keys rotate`
struct KeysRotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Wrap every patient's key under a new key.",
    discussion: """
      The old key stays in the key file, so that backups from before stay readable. With \
      --destroy-older it does not: then they can be read only with a copy of the key file from before. \
      A run that was cut off is finished by the next.

      EXAMPLES:
        anamnesis keys rotate --data clinic
        anamnesis keys rotate --data clinic --destroy-older
      """)

  @OptionGroup var folder: DataOptions

  @Flag(help: "Destroy the older keys: backups from before cannot be read any more.")
  var destroyOlder = false

  func run() async throws {
    let open = try await folder.open()
    let count = try await open.archive.rotateKeys(
      keyFile: folder.keyFile, by: .commandLine(for: "key rotation"), keepsOlder: !destroyOlder)
    try await folder.data.keep(open.archive.checkpoint())
    try open.engine.close()
    try Finding.write(
      "\(counted(count, "patient's key", "patients' keys")) wrapped anew.",
      "Copy the key file to its safe place again: the copy from before does not open what comes now."
    )
  }
}
