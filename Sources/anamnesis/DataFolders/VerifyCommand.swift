import Archive
import ArgumentParser
import SQLiteStore

/// `anamnesis verify`
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Open every row of a data folder, and follow its audit trail.",
    discussion: """
      Whatever was changed from outside, or damaged by the disk, is named. The exit code is 65 when \
      anything was.

      EXAMPLES:
        anamnesis verify --data clinic
      """)

  @OptionGroup var folder: DataOptions

  func run() async throws {
    let open = try await folder.open()
    let record = try await open.archive.verify { count in
      if StandardError.isTerminal { StandardError.write("\r\(count) entries …") }
    }
    if StandardError.isTerminal { StandardError.write("\r\u{1B}[K") }
    let trail = try await open.archive.verifyTrail(against: folder.data.keptCheckpoints())
    try open.engine.close()
    let faults = record.faults + trail.faults
    Summary(.standardOutput).add(
      "\(counted(record.patients, "patient")), \(counted(record.entries, "entry", "entries")), "
        + counted(Int(clamping: trail.events), "event") + " in the audit trail, "
        + counted(trail.checkpoints, "checkpoint") + ".")
    try Faults(faults).report()
  }
}

/// What a check found.
struct Faults {
  private let faults: [String]

  init(_ faults: [String]) { self.faults = faults }

  /// Says that all is well, or what is not.
  ///
  /// - Throws: the exit code 65 when there are faults.
  func report() throws {
    if faults.isEmpty { return Summary(.standardOutput).add("Every row is as it was stored.") }
    Summary(.standardOutput).add(faults.map { "FAULT: \($0)" })
    Summary(.standardOutput).add(
      "\(counted(faults.count, "fault")). Restore a backup: anamnesis restore --help.")
    throw ExitCode(65)
  }
}
