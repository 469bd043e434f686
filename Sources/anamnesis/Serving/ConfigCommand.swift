import ArgumentParser
import Server

/// `anamnesis config`
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Examine the settings of the server.",
    subcommands: [ConfigCheckCommand.self])
}

/// `anamnesis config check`
struct ConfigCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say which settings are in force and where each comes from.",
    discussion: """
      An option comes before the environment, that before the file, and that before what is built in. \
      What goes by no known name, or has a value that cannot be used, is an error.

      EXAMPLES:
        anamnesis config check
        ANAMNESIS_PORT=9000 anamnesis config check --config server.env
      """)

  @OptionGroup var options: SettingOptions

  func run() throws {
    let settings = try options.settings()
    var table = TextTable("setting", "value", "from", "in the environment and the file")
    for setting in Setting.allCases {
      table.add(
        setting.flag, settings[setting] ?? "", settings.origin(of: setting), setting.key)
    }
    try Finding.write(table.lines)
  }
}
