import Archive
import ArgumentParser
import Foundation
import SQLiteStore
import Time
import Vault

/// `anamnesis backup`
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a data folder's records while they are in use, and check copies.",
    subcommands: [BackupMakeCommand.self, BackupVerifyCommand.self],
    defaultSubcommand: BackupMakeCommand.self)
}

/// `anamnesis backup make`
struct BackupMakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: "Copy the records as they are at one moment.",
    discussion: """
      Every row of the copy is checked before it is called a backup. Records that a server has open \
      are copied by the server, and it goes on storing meanwhile. The key file is not in the backup: \
      keep a copy of that in another place.

      EXAMPLES:
        anamnesis backup /backups/2026-11-21 --data clinic
      """)

  @Argument(help: ArgumentHelp("A new folder for the backup.", valueName: "folder"))
  var backup: BackupFolder

  @OptionGroup var folder: DataOptions

  func run() async throws {
    let (report, faults) = try await backup.make(of: folder)
    guard faults.isEmpty else {
      try Finding.write("The data are damaged: \(backup.path) holds a copy, but it is no backup.")
      return try Faults(faults).report()
    }
    try Finding.write(
      "Backed up \(counted(report.patients, "patient")) and "
        + "\(counted(report.entries, "entry", "entries")) in \(backup.path).",
      "The key file is not in the backup: keep a copy of \(folder.keyFile.path) elsewhere.")
  }
}

/// `anamnesis backup verify`
struct BackupVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a backup: its signature, every row, and its audit trail.",
    discussion: """
      The backup itself is not touched: a copy of it is opened.

      EXAMPLES:
        anamnesis backup verify /backups/2026-11-21 --data clinic
      """)

  @Argument(help: ArgumentHelp("The folder of the backup.", valueName: "folder"))
  var backup: BackupFolder

  @OptionGroup var folder: DataOptions

  func run() async throws {
    let ring = try folder.keyFile.load()
    let manifest = try backup.checkSignature(ring: ring)
    let place = FileManager.default.temporaryDirectory
      .appending(path: "anamnesis-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(
      at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let interruption = Interruption { try? FileManager.default.removeItem(at: place) }
    defer {
      try? FileManager.default.removeItem(at: place)
      withExtendedLifetime(interruption) {}
    }
    let records = place.appending(path: "records.db").path
    try backup.copy(to: records)
    let copy = try await OpenData(records: records, keyFile: folder.keyFile)
    let record = try await copy.archive.verify()
    let trail = try await copy.archive.verifyTrail(against: [manifest.checkpoint])
    try copy.engine.close()
    try Finding.write(
      "Made \(manifest.created), \(counted(record.patients, "patient")), "
        + "\(counted(record.entries, "entry", "entries")).")
    try Faults(record.faults + trail.faults).report()
  }
}
