internal import Hummingbird
internal import Logging

/// The server: one process that answers people's browsers and programs.
public struct WebServer: Sendable {
  private let host: String
  private let port: Int

  /// Creates a server.
  ///
  /// - Parameters:
  ///   - host: the address to listen on.
  ///   - port: the port to listen on; 0 takes a free one.
  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Serves until the process is asked to stop.
  ///
  /// - Throws: when the port cannot be taken.
  public func run() async throws {
    let router = Router()
    router.get("/livez") { _, _ in "alive\n" }
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
      logger: Logger(label: "anamnesis"))
    try await application.runService()
  }
}
