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
      since the backup are erased again. The checkpoints of a trail that went on after the backup are \
      kept under another name: what they speak of is not in the backup.

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
    let manifest = try backup.checkSignature(ring: folder.keyFile.load())
    try folder.data.make()
    let report = try await examined()
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

  /// Moves the checkpoints of the lost trail away.
  private func setCheckpointsAside(until instant: Instant) throws -> String? {
    guard FileStatus(folder.data.checkpoints) != nil else { return nil }
    let name = "\(folder.data.path)/checkpoints-before-restore-of-\(instant).ndjson"
    guard rename(folder.data.checkpoints, name) == 0 else {
      throw OutputFault.current(folder.data.checkpoints)
    }
    return name
  }
}
