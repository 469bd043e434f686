import ArgumentParser
import Foundation

/// The program: it reads the command line, runs one command and turns what went wrong into an exit
/// code.
@main
struct Anamnesis: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anamnesis",
    abstract: "Depression care that takes memory seriously.",
    discussion: """
      A record is a file of entries, one line of JSON each. `import` and `simulate` write records, \
      `review` reads one, or a folder of them, and reports. `task` makes memory tasks and scores their \
      results. The commands on a data folder keep records sealed, numbered and audited. All other \
      commands analyse columns of a CSV file.

      A file named - is the standard input or output. Exit codes: 0 when the work is done, 64 when \
      the command line or a file cannot be used (the message names the place and the cure), 70 when \
      the program itself is at fault.
      """,
    version: version,
    subcommands: [
      ImportCommand.self, ReviewCommand.self, TrajectoryCommand.self, ChangePointsCommand.self,
      MonitorCommand.self, PatternsCommand.self, EffectCommand.self, MediationCommand.self,
      EarlyWarningCommand.self, CohortCommand.self, EvidenceCommand.self, RecallCommand.self,
      MemoryCommand.self, TaskCommand.self, PracticeCommand.self, StageCommand.self,
      RulesCommand.self, TaperCommand.self, DueCommand.self, SignalsCommand.self,
      PacketCommand.self, KnowledgeCommand.self, SimulateCommand.self, ServeCommand.self,
      ConfigCommand.self,
    ],
    groupedSubcommands: [
      CommandGroup(
        name: "Data Folder",
        subcommands: [
          InitCommand.self, AppendCommand.self, ReadCommand.self, VerifyCommand.self,
          BackupCommand.self, RestoreCommand.self, AuditCommand.self, KeysCommand.self,
          EraseCommand.self, DoctorCommand.self, SetUpLinkCommand.self,
        ])
    ])

  /// The version of the program.
  static let version = "0.1.0"

  static func main() async {
    // A reader that closes the pipe early gives an error to handle, not a signal to die of.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Ending(error).leave()
    }
  }
}
