import Archive
import ArgumentParser
import PatientRecord
import SQLiteStore

/// What a record is read for, as it stands in the audit trail; no words of one's own, since the trail
/// is not sealed.
enum Purpose: String, ExpressibleByArgument, CaseIterable {
  case treatment, operations, research, audit
  case patientRequest = "patient-request"
}

/// `anamnesis read`
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Write a patient's record out of a data folder.",
    discussion: """
      That the record was read stands in the audit trail, with the purpose you give. Without a patient \
      the patients are listed.

      EXAMPLES:
        anamnesis read --data clinic
        anamnesis read person-1 --data clinic --purpose treatment | anamnesis review -
      """)

  @Argument(help: ArgumentHelp("Whose record.", valueName: "patient"))
  var patient: String?

  @OptionGroup var folder: DataOptions

  @Option(help: "What it is read for.")
  var purpose = Purpose.treatment

  @Option(
    help: ArgumentHelp("Where to write it; - is the standard output.", valueName: "file"))
  var output = OutputTarget.standardOutput

  @Flag(help: "Replace a file that exists.")
  var force = false

  func run() async throws {
    try output.check(against: [], canReplace: force)
    let open = try await folder.open()
    let lines = try await lines(of: open.archive)
    try await folder.data.keep(open.archive.checkpoint())
    try open.engine.close()
    try output.write { sink in
      for line in lines { try sink.write("\(line)\n") }
    }
  }

  private func lines(of archive: Archive) async throws -> [String] {
    let access = Access.commandLine(for: purpose.rawValue)
    guard let patient else { return try await archive.patients(by: access).map(\.rawValue) }
    let entries = try await archive.entries(of: PatientID(rawValue: patient), by: access)
    guard !entries.isEmpty else {
      throw BadInput(
        patient, "no such patient has a record here", cure: "anamnesis read lists the patients")
    }
    return try entries.map { try RecordCodec.encode($0) }
  }
}
