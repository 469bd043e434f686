import Accounts
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
    let accounts = try await Accounts(in: open.archive).verify()
    let kept = try folder.data.keptCheckpoints()
    let trail = try await open.archive.verifyTrail(against: kept.checkpoints)
    var faults = record.faults + accounts + trail.faults + kept.faults
    faults += await open.archive.noted(.verify, detail: "rows, faults: \(faults.count)")
    try open.engine.close()
    try Finding.write(
      "\(counted(record.patients, "patient")), \(counted(record.entries, "entry", "entries")), "
        + (record.therapyNotes > 0 ? counted(record.therapyNotes, "psychotherapy note") + ", " : "")
        + counted(Int(clamping: trail.events), "event") + " in the audit trail, "
        + counted(trail.checkpoints, "checkpoint") + ".")
    try Finding.write(trail.remarks)
    try Faults(faults).report()
  }
}

extension Archive {
  /// Writes a check into the audit trail; damaged data cannot always take it, which is one more fault.
  func noted(_ action: AuditEvent.Action, detail: String) async -> [String] {
    do {
      try await note(action, by: .commandLine(for: "operations"), detail: detail)
      return []
    } catch {
      return ["the check cannot be written into the audit trail: \(error)"]
    }
  }
}

extension TrailReport {
  /// What the check could not tell.
  var remarks: [String] {
    checkpoints == 0 && events > 0
      ? ["There is no checkpoint: whether the end of the trail was cut off cannot be told."] : []
  }
}

/// What a command on a data folder has to say: its result, on the standard output.
enum Finding {
  static func write(_ lines: String...) throws { try write(lines) }

  static func write(_ lines: [String]) throws {
    try OutputTarget.standardOutput.write { sink in
      for line in lines { try sink.write("\(line)\n") }
    }
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
    if faults.isEmpty { return try Finding.write("Every row is as it was stored.") }
    try Finding.write(faults.map { "FAULT: \($0)" })
    try Finding.write(
      "\(counted(faults.count, "fault")). Restore a backup: anamnesis restore --help.")
    throw ExitCode(65)
  }
}
