internal import Accounts
internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
internal import Logging
internal import NIOCore
internal import NIOPosix
public import PatientRecord
internal import ServiceLifecycle
internal import Time

/// The server: one process that answers people's browsers and programs.
public struct WebServer: Sendable {
  let settings: ServerSettings
  let parts: ServerParts
  let logger: Logger

  /// Creates a server.
  ///
  /// - Parameters:
  ///   - settings: where it listens, and its limits.
  ///   - parts: what it serves.
  ///   - clock: the machine's clock.
  public init(settings: ServerSettings, parts: ServerParts, clock: any Clock) {
    self.init(settings: settings, parts: parts, clock: clock, log: JSONLogHandler.standardError)
  }

  init(
    settings: ServerSettings, parts: ServerParts, clock: any Clock,
    log: @escaping @Sendable (String) -> Void
  ) {
    self.settings = settings
    self.parts = parts
    let level = settings[.logLevel].flatMap(Logger.Level.init(rawValue:)) ?? .info
    logger = Logger(label: "anamnesis") { _ in
      JSONLogHandler(logLevel: level, clock: clock, write: log)
    }
    parts.metrics.watchProcess(started: Double(clock.now.milliseconds) / 1_000)
  }

  /// Serves until the process is asked to stop by a signal; a second signal ends it at once.
  ///
  /// - Parameter ready: is told the port once the server listens.
  /// - Throws: ``ServerError`` when it cannot listen.
  public func run(ready: @escaping @Sendable (_ port: Int) -> Void = { _ in }) async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let grace = Duration.seconds(settings.number(.stopSeconds) ?? 8)
    do {
      let services = try services(on: group, ready: ready)
      try await Stopping(services: services, logger: logger, grace: grace).run()
    } catch {
      throw ServerError(error, host: host, port: port) ?? error
    }
    try await group.shutdownGracefully()
  }

  private var proxies: TrustedProxies {
    TrustedProxies(settings.list(.trustedProxy).compactMap { ClientAddress($0) })
  }

  private var host: String { settings[.host] ?? "127.0.0.1" }
  private var port: Int { settings.number(.port) ?? 8080 }

  /// The listeners, ready to run.
  func services(
    on group: any EventLoopGroup, ready: @escaping @Sendable (_ port: Int) -> Void
  ) throws -> ServiceGroup {
    // The data file, the log and the answers need some files too.
    let places = max(1, FileLimit.raise() - 128)
    let count = ConnectionCount(limit: min(settings.number(.connections) ?? 4_000, places))
    parts.metrics.gauge(.connections) { Double(count.value) }
    let main = Application(
      responder: try door(), server: try channels(),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: ConnectionCount.Delegate(count: count)),
      onServerRunning: { channel in
        await limitAddresses(on: channel)
        ready(channel.localAddress?.port ?? 0)
      },
      eventLoopGroupProvider: .shared(group), logger: logger)
    var services: [any Service] = [main]
    if let port = settings.number(.metricsPort) {
      services.append(try figures(port: port, on: group))
    }
    return ServiceGroup(configuration: .init(services: services, logger: logger))
  }

  /// Limits the connections of each address, from the moment on which the server listens.
  private func limitAddresses(on channel: any Channel) async {
    guard let limit = settings.number(.addressConnections), limit > 0 else { return }
    do {
      try await channel.eventLoop.submit { [proxies, parts] in
        let places = AddressPlaces(limit: limit, except: proxies, metrics: parts.metrics)
        try channel.pipeline.syncOperations.addHandler(places, position: .first)
      }.get()
    } catch {
      // Only a channel that is closed already takes no handler.
      logger.error("unlimited", metadata: ["reason": "the listener is closed"])
    }
  }

  /// The door to everything that is served.
  func door() throws -> FrontDoor {
    let open = OpenRoutes(
      help: parts.help, watch: ReadinessWatch(parts.readiness), version: parts.version)
    let table = try RouteTable(open.routes + parts.routes)
    let guards = RouteGuards(
      gatekeeper: parts.gatekeeper,
      paces: PaceKeeper(perSecond: settings.number(.requestRate) ?? 50),
      hosts: HostNames(settings.list(.hostName)), forms: FormProtection(), unsent: parts.unsent)
    return FrontDoor(
      router: table.router(behind: guards),
      proxies: proxies,
      hasTLS: settings[.tlsCertificate] != nil, problemPage: parts.problemPage,
      elsewhere: parts.diagnosis.map(Problem.outOfOrder) ?? .notFound,
      journal: RequestJournal(logger: logger, metrics: parts.metrics))
  }

  private func channels() throws -> HTTPServerBuilder {
    let time = TimeAmount.seconds(Int64(settings.number(.requestSeconds) ?? 25))
    let times = ConnectionGuard.Times(reading: time, writing: time)
    var channel = Self.channel(times)
    if !parts.endsSlowConnections || Weakness.slowConnections.isThere {
      channel.additionalChannelHandlers = { [] }
    }
    let plain = HTTPServerBuilder { [channel] responder in
      LoopChannel(base: HTTP1Channel(responder: responder, configuration: channel))
    }
    guard let certificate = settings[.tlsCertificate], let key = settings[.tlsKey] else {
      return plain
    }
    return try .tls(
      plain, tlsConfiguration: Certificate.configuration(at: certificate, key: key))
  }

  private static func channel(_ times: ConnectionGuard.Times) -> HTTP1Channel.Configuration {
    HTTP1Channel.Configuration(
      additionalChannelHandlers: [ConnectionGuard(times: times)],
      idleTimeout: times.reading,
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 16_384, maxHeaderListSize: 65_536, maxHeaderFieldCount: 100))
  }

  /// The listener that gives figures to Prometheus: of this machine alone, since they are nobody
  /// else's business.
  private func figures(port: Int, on group: any EventLoopGroup) throws -> any Service {
    let metrics = parts.metrics
    let route = Route(.get, "/metrics", .open, pace: .unlimited) { _, _ in
      Response(
        status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: await metrics.text())))
    }
    let guards = RouteGuards(
      gatekeeper: OpenDoorsOnly(), paces: PaceKeeper(perSecond: 0), hosts: HostNames([]),
      forms: FormProtection())
    let door = FrontDoor(
      router: try RouteTable([route]).router(behind: guards), proxies: TrustedProxies([]),
      hasTLS: false, problemPage: Problem.plainPage, elsewhere: .notFound, journal: nil)
    return Application(
      responder: door, server: .http1(configuration: Self.channel(.init())),
      configuration: ApplicationConfiguration(
        address: .hostname("127.0.0.1", port: port),
        availableConnectionsDelegate: ConnectionCount.Delegate(count: ConnectionCount(limit: 20))),
      eventLoopGroupProvider: .shared(group), logger: logger)
  }
}
