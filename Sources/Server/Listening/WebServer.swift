internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle

/// The server: one process that answers people's browsers and programs.
public struct WebServer: Sendable {
  private let host: String
  private let port: Int
  private let help: HelpPage

  /// Creates a server.
  ///
  /// - Parameters:
  ///   - host: the address to listen on.
  ///   - port: the port to listen on; 0 takes a free one.
  ///   - help: the page of help, which is always answered.
  public init(host: String, port: Int, help: HelpPage) {
    self.host = host
    self.port = port
    self.help = help
  }

  /// Serves until the process is asked to stop.
  ///
  /// - Parameter ready: is told the port once the server listens.
  /// - Throws: when the port cannot be taken.
  public func run(ready: @escaping @Sendable (_ port: Int) -> Void = { _ in }) async throws {
    let logger = Logger(label: "anamnesis")
    let table = try RouteTable(OpenRoutes.routes(help: help))
    let guards = RouteGuards(
      gatekeeper: OpenDoorsOnly(), paces: PaceKeeper(perSecond: 50), hosts: HostNames([]),
      forms: FormProtection())
    let door = FrontDoor(
      router: table.router(behind: guards), proxies: TrustedProxies([]), hasTLS: false,
      problemPage: Problem.plainPage, journal: RequestJournal(logger: logger))
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    var configuration = HTTP1Channel.Configuration(
      additionalChannelHandlers: [ConnectionGuard(times: .init())], idleTimeout: .seconds(25))
    configuration.httpDecoder = .init(
      maxHeaderFieldSize: 16_384, maxHeaderListSize: 65_536, maxHeaderFieldCount: 100)
    let application = Application(
      responder: door, server: .http1(configuration: configuration),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: .maximum(1_000, logger: logger)),
      onServerRunning: { channel in ready(channel.localAddress?.port ?? port) },
      eventLoopGroupProvider: .shared(group), logger: logger)
    try await application.runService()
    try await group.shutdownGracefully()
  }
}
