import Accounts
import Archive
import ArgumentParser
import Foundation
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
      A folder that is empty or not there is made, as by anamnesis init. As long as nobody can sign in, \
      a link is printed with which the first account is made; it works once.

      With --demo everybody is invented: a folder of its own, which is removed at the end unless --data \
      names one, and links to sign in as a patient, a clinician and an admin.

      The server stops at Control-C or SIGTERM, once requests in progress are answered; a second \
      signal ends it at once. When the records cannot be opened it serves the page of help and says \
      what is wrong; its exit code is 65 then. When a write to the disk fails it stops with exit code \
      74; started again, it goes on from what the disk holds.

      EXAMPLES:
        anamnesis serve --demo
        anamnesis serve --data clinic
        anamnesis serve --data clinic --host 0.0.0.0 --tls-certificate server.pem --tls-key server.key
      """)

  @OptionGroup var options: SettingOptions

  @Flag(help: "Serve five invented people, to look around.")
  var demo = false

  func run() async throws {
    let settings = try options.settings()
    let temporary = demo && options.data == nil ? try DataFolder.temporary() : nil
    defer { temporary?.remove() }
    let named = demo ? options.data : settings[.data]
    guard let folder = temporary ?? named.flatMap(DataFolder.init(argument:)) else {
      throw BadInput(
        Setting.data.flag, "no data folder is named",
        cure: "name one by --data or \(Setting.data.key), or look around with --demo")
    }
    let knowledge = try Knowledge.shipped()
    // A folder that a file or the environment names is not made: its disk may not be mounted.
    if demo || options.data != nil { try await makeIfEmpty(folder, keys: settings[.keys]) }
    let opened = await ServedData.open(
      folder, keys: settings[.keys], knowledge,
      waitsForReadings: settings[.readTrail] == "before")
    switch opened {
    case .success(let data):
      try await serve(settings, knowledge, data)
    case .failure(let fault):
      guard fault.isWorthServing else { throw fault.error }
      try await serveHelp(settings, knowledge, fault)
    }
  }

  /// Makes the folder on the first run. One that holds something else is left as it is: its disk may
  /// not be mounted, or its name be wrong.
  private func makeIfEmpty(_ folder: DataFolder, keys: String?) async throws {
    guard folder.isEmpty || folder.isUnfinished else {
      guard !demo else {
        throw BadInput(
          folder.path, "a demonstration begins in an empty folder", cure: "leave --data out")
      }
      return
    }
    var data = DataOptions()
    data.data = folder
    data.keys = keys
    try await data.create()
    if demo { return }
    StandardError.write(
      """
      Made \(folder.records) and its key file \(data.keyFile.path).
      Copy the key file to a safe place apart from the data: without it the data cannot be read.

      """)
  }

  private func serve(
    _ settings: ServerSettings, _ knowledge: Knowledge, _ data: ServedData
  ) async throws {
    let metrics = Metrics()
    data.watch(metrics)
    let archive = data.open.archive
    let accounts = Accounts(
      in: archive,
      settings: AccountSettings(allowsRegistration: settings[.registration] == "on"))
    let sweeping = Task { await sweep(accounts) }
    defer { sweeping.cancel() }
    do {
      let door = demo ? DemoDoor() : nil
      let links =
        if let door {
          try await DemoClinic(accounts, archive, knowledge).open(door)
        } else {
          try await FirstLink(accounts).lines
        }
      let installation = Installation(
        archive: archive, accounts: accounts, knowledge: knowledge, clock: SystemClock(),
        demo: door)
      installation.watch(metrics)
      let parts = ServerParts(
        version: Anamnesis.version, help: HelpDesk(knowledge: knowledge), readiness: data,
        metrics: metrics, installation: installation)
      try await listen(settings, parts, links) { data.endWhenStopped() }
    } catch {
      try await data.close()
      throw error
    }
    do {
      try await data.close()
    } catch let error as ArchiveError {
      guard case .stopped = error else { throw error }
      StandardError.write("Error: \(error)\n")
      throw ExitCode(EX_IOERR)
    }
  }

  /// Removes sessions and links that have ended, every minute; what cannot be removed now is refused
  /// all the same, and removed later.
  private func sweep(_ accounts: Accounts) async {
    while (try? await Task.sleep(for: .seconds(60))) != nil {
      _ = try? await accounts.sweep()
    }
  }

  /// Serves help alone, since it never waits for the records to be repaired.
  private func serveHelp(
    _ settings: ServerSettings, _ knowledge: Knowledge, _ fault: DataFault
  ) async throws {
    StandardError.write("Error: \(fault.error)\nServing the page of help alone until stopped.\n")
    let parts = ServerParts(
      version: Anamnesis.version, help: HelpDesk(knowledge: knowledge), readiness: fault,
      diagnosis: fault.sentence)
    try await listen(settings, parts)
    throw ExitCode(65)
  }

  /// Listens, and says of each link what it is for and where it is.
  private func listen(
    _ settings: ServerSettings, _ parts: ServerParts, _ links: [(words: String, path: String)] = [],
    ready: @escaping @Sendable () -> Void = {}
  ) async throws {
    let server = WebServer(settings: settings, parts: parts, clock: SystemClock())
    try await server.run { port in
      let address = ServedAddress(settings, port: port)
      StandardError.write("Listening on \(address.text)\n")
      if let advice = address.advice { StandardError.write("\(advice)\n") }
      if demo {
        StandardError.write("A demonstration: everybody is invented. Each link signs in once.\n")
      }
      for link in links { StandardError.write("\(link.words)\n  \(address.text)\(link.path)\n") }
      ready()
    }
  }
}
