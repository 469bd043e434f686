import Archive
import ArgumentParser
import PatientRecord
import SQLiteStore
import Time

/// `anamnesis audit`
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Check and read the audit trail of a data folder.",
    subcommands: [AuditVerifyCommand.self, AuditTrailCommand.self])
}

/// `anamnesis audit verify`
struct AuditVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Follow the audit trail link by link and hold it against the checkpoints.",
    discussion: """
      A copy of the checkpoints kept on another machine shows even that the whole folder was set \
      back. The exit code is 65 when anything was changed.

      EXAMPLES:
        anamnesis audit verify --data clinic
      """)

  @OptionGroup var folder: DataOptions

  func run() async throws {
    let open = try await folder.open()
    let kept = try folder.data.keptCheckpoints()
    let trail = try await open.archive.verifyTrail(against: kept.checkpoints)
    let faults = trail.faults + kept.faults
    let noted = await open.archive.noted(.verify, detail: "trail, faults: \(faults.count)")
    try open.engine.close()
    try Finding.write(
      counted(Int(clamping: trail.events), "event") + ", "
        + counted(trail.checkpoints, "checkpoint") + ".")
    try Finding.write(trail.remarks)
    try Faults(faults + noted).report()
  }
}

/// `anamnesis audit trail`
struct AuditTrailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trail",
    abstract: "Say who used a patient's record.",
    discussion: """
      EXAMPLES:
        anamnesis audit trail person-1 --data clinic
      """)

  @Argument(help: ArgumentHelp("Whose record.", valueName: "patient"))
  var patient: String

  @OptionGroup var folder: DataOptions

  func run() async throws {
    let open = try await folder.open()
    let events = try await open.archive.trail(
      of: PatientID(rawValue: patient), by: .commandLine(for: "audit"))
    try open.engine.close()
    var table = TextTable("when", "who", "role", "purpose", "what", "detail")
    for event in events {
      table.add(
        event.at.description, event.access.actor, event.access.role, event.access.purpose,
        event.action.rawValue, event.detail)
    }
    try Finding.write(table.lines)
  }
}
