import Accounts
import Archive
import ArgumentParser
import SQLiteStore
import Server
import Vault

/// `anamnesis set-up-link`
struct SetUpLinkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-up-link",
    abstract: "Print another link to make the first account.",
    discussion: """
      The link works once, for a day, and makes earlier ones void. Once there is an admin there are no \
      such links. While the server runs it holds the folder; it prints a link itself when it starts.

      EXAMPLES:
        anamnesis set-up-link --data clinic
      """)

  @OptionGroup var options: DataOptions

  func run() async throws {
    let data = try await options.open()
    do {
      guard let link = try await Accounts(in: data.archive).setUpLink() else {
        throw BadInput(
          options.data.path, "somebody runs this system already",
          cure: "sign in, or ask an admin for a link")
      }
      try await options.data.keep(data.archive.checkpoint())
      try data.engine.close()
      try Finding.write(
        "Start the server, and open this path of it until \(link.expires):",
        ServedPath.setUp(link.token))
    } catch {
      try? data.engine.close()
      throw error
    }
  }
}
