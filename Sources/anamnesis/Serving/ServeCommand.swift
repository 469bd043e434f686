import Accounts
import Archive
import ArgumentParser
import Knowledge
import SQLiteStore
import Server
import Vault

/// `anamnesis serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the pages and the API of a data folder.",
    discussion: """
      The server stops at Control-C or SIGTERM, once requests in progress are answered; a second \
      signal ends it at once. When the records cannot be opened it serves the page of help and says \
      what is wrong; its exit code is 65 then.

      EXAMPLES:
        anamnesis serve --data clinic
        anamnesis serve --data clinic --host 0.0.0.0 --tls-certificate server.pem --tls-key server.key
      """)

  @OptionGroup var options: SettingOptions

  func run() async throws {
    let settings = try options.settings()
    guard let folder = settings[.data].flatMap(DataFolder.init(argument:)) else {
      throw BadInput(
        Setting.data.flag, "no data folder is named",
        cure: "name one by --data or \(Setting.data.key); anamnesis init makes one")
    }
    let knowledge = try Knowledge.shipped()
    switch await ServedData.open(folder, keys: settings[.keys], knowledge) {
    case .success(let data):
      try await serve(settings, knowledge, data)
    case .failure(let fault):
      guard fault.isWorthServing else { throw fault.error }
      try await serveHelp(settings, knowledge, fault)
    }
  }

  private func serve(
    _ settings: ServerSettings, _ knowledge: Knowledge, _ data: ServedData
  ) async throws {
    let metrics = Metrics()
    data.watch(metrics)
    let archive = data.open.archive
    let installation = Installation(
      archive: archive, accounts: Accounts(in: archive), knowledge: knowledge,
      clock: SystemClock())
    let parts = ServerParts(
      version: Anamnesis.version, help: HelpPage(knowledge: knowledge), readiness: data,
      metrics: metrics, installation: installation)
    do {
      if let link = try await installation.accounts.setUpLink() {
        StandardError.write(
          "Nobody has an account yet. Make the first one: /set-up/\(link.token.text)\n")
      }
      try await listen(settings, parts)
    } catch {
      try await data.close()
      throw error
    }
    try await data.close()
  }

  /// Serves help alone, since it never waits for the records to be repaired.
  private func serveHelp(
    _ settings: ServerSettings, _ knowledge: Knowledge, _ fault: DataFault
  ) async throws {
    StandardError.write("Error: \(fault.error)\nServing the page of help alone until stopped.\n")
    let parts = ServerParts(
      version: Anamnesis.version, help: HelpPage(knowledge: knowledge), readiness: fault,
      diagnosis: fault.sentence)
    try await listen(settings, parts)
    throw ExitCode(65)
  }

  private func listen(_ settings: ServerSettings, _ parts: ServerParts) async throws {
    let scheme = settings[.tlsCertificate] == nil ? "http" : "https"
    let host = settings[.host] ?? ""
    let server = WebServer(settings: settings, parts: parts, clock: SystemClock())
    try await server.run { port in
      let name = host.contains(":") ? "[\(host)]" : host
      StandardError.write("Listening on \(scheme)://\(name):\(port)\n")
    }
  }
}
