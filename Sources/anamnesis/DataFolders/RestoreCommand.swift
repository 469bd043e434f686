import Archive
import ArgumentParser
import Foundation
import SQLiteStore
import Vault

/// `anamnesis restore`
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup into a data folder that has no records.",
    discussion: """
      Records that are there are never written over: move them away first. Patients who were erased \
      since the backup are erased again.

      EXAMPLES:
        anamnesis restore /backups/2026-11-21 --data clinic
        anamnesis restore /backups/2026-11-21 --data new --keys /media/stick/clinic-keys.json
      """)

  @Argument(help: ArgumentHelp("The folder of the backup.", valueName: "folder"))
  var backup: BackupFolder

  @OptionGroup var folder: DataOptions

  func run() async throws {
    guard FileStatus(folder.data.records) == nil else {
      throw BadInput(
        folder.data.records, "there are records already",
        cure: "move that file away, with its -wal and -shm, and restore again")
    }
    _ = try backup.checkSignature(ring: folder.keyFile.load())
    try FileManager.default.createDirectory(
      atPath: folder.data.path, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try backup.copy(to: folder.data.records)
    let open = try await folder.open()
    let report = try await open.archive.verify()
    try open.engine.close()
    Summary(.standardOutput).add(
      "Restored \(counted(report.patients, "patient")) and "
        + "\(counted(report.entries, "entry", "entries")).")
    try Faults(report.faults).report()
  }
}
