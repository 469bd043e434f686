import Archive
import ArgumentParser
import Foundation
import SQLiteStore
import Time
import Vault

/// `anamnesis restore`
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup into a data folder that has no records.",
    discussion: """
      Records that are there are never written over: move them away first. Patients who were erased \
      since the backup are erased again. The checkpoints of a trail that went on after the backup, and \
      a log that was left beside older records, are kept under another name: what they hold is not in \
      the backup.

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
        cure: "move that file, its -wal and its -shm away together, and restore again")
    }
    let manifest = try backup.checkSignature(ring: folder.keyFile.load())
    try folder.data.make()
    let report = try await examined()
    let logs = try setLogsAside(at: manifest.created)
    try backup.copy(to: folder.data.records)
    let kept = try setCheckpointsAside(until: manifest.created)
    Fault.point(.midRestore)
    let open = try await folder.open()
    try await open.archive.note(
      .restore, by: .commandLine(for: "operations"), detail: "as of \(manifest.created)")
    try await folder.data.keep(open.archive.checkpoint())
    try open.engine.close()
    try Finding.write(
      "Restored \(counted(report.patients, "patient")) and "
        + "\(counted(report.entries, "entry", "entries")), as of \(manifest.created).")
    if let kept { try Finding.write("Checkpoints from before are kept in \(kept).") }
    for log in logs {
      try Finding.write(
        "A log of older records is kept in \(log); its end may be in no other place.")
    }
  }

  /// Opens a copy of the backup with the key file before anything is put in place.
  private func examined() async throws -> RecordReport {
    let place = folder.data.records + ".examined"
    let tidy = { @Sendable in
      for ending in [""] + SQLiteEngine.companions { unlink(place + ending) }
    }
    let interruption = Interruption(tidy)
    defer {
      tidy()
      withExtendedLifetime(interruption) {}
    }
    try backup.copy(to: place)
    let open = try await OpenData(records: place, keyFile: folder.keyFile)
    let report = try await open.archive.verify()
    try open.engine.close()
    guard report.faults.isEmpty else {
      try Finding.write(report.faults.prefix(3).map { "FAULT: \($0)" })
      throw BadInput(
        backup.path, "the backup cannot be read with this key file",
        cure: "name by --keys the copy of the key file from the time of the backup")
    }
    return report
  }

  /// Moves away what SQLite left beside older records and what may hold changes that are nowhere else.
  ///
  /// - Returns: where it is now.
  private func setLogsAside(at instant: Instant) throws -> [String] {
    if Fault.breaks(.keepLog) { return [] }
    return try ["-wal", "-journal"].compactMap { ending in
      let log = folder.data.records + ending
      guard let status = FileStatus(log), status.size > 0 else { return nil }
      let name = unused("\(log)-before-restore-of-\(instant)")
      guard rename(log, name) == 0, FolderEntry.synchronize(folder.data.path) else {
        throw OutputFault.current(log)
      }
      return name
    }
  }

  /// A name that nothing has: an earlier restore may have used it.
  private func unused(_ name: String) -> String {
    if FileStatus(name) == nil { return name }
    return (2...).lazy.map { "\(name)-\($0)" }.first { FileStatus($0) == nil } ?? name
  }

  /// Moves the checkpoints of the lost trail away.
  private func setCheckpointsAside(until instant: Instant) throws -> String? {
    guard FileStatus(folder.data.checkpoints) != nil else { return nil }
    let name = unused("\(folder.data.path)/checkpoints-before-restore-of-\(instant).ndjson")
    guard rename(folder.data.checkpoints, name) == 0 else {
      throw OutputFault.current(folder.data.checkpoints)
    }
    return name
  }
}
