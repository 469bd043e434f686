import Foundation
import HTML
import Hummingbird
import Knowledge
import NIOPosix
import PatientRecord
import ServiceLifecycle
import Synchronization
import Time
import Vault

@testable import Accounts
@testable import struct Accounts.Session
@testable import Server

/// A server that really listens, for the length of a test.
struct TestServer {
  let port: Int
  let log: Log
  let metrics: Metrics
  let services: ServiceGroup

  /// Begins to stop.
  func stop() async { await services.triggerGracefulShutdown() }

  /// Everything that was logged.
  final class Log: Sendable {
    private let lines = Mutex("")
    var text: String { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0 += line } }
  }

  /// Starts a server, runs the test, and stops the server.
  static func run(
    _ options: [Setting: String] = [:], diagnosis: String? = nil, isWell: Bool = true,
    gatekeeper: any Gatekeeper = OpenDoorsOnly(), endsSlowConnections: Bool = true,
    practice: Practice? = nil,
    _ test: (TestServer) async throws -> Void
  ) async throws {
    var settings: [Setting: String] = [
      .port: "0", .requestRate: "0", .addressConnections: "0", .stopSeconds: "5",
    ]
    settings.merge(options) { $1 }
    let (log, metrics) = (Log(), Metrics())
    var parts = ServerParts(
      version: "test", help: HelpDesk("<p>Help is here.</p>"),
      readiness: FixedReadiness(isWell: isWell), metrics: metrics,
      installation: practice?.installation, diagnosis: diagnosis)
    if practice == nil {
      parts.routes = TestRoutes.routes
      parts.gatekeeper = gatekeeper
    }
    practice?.installation.watch(metrics)
    parts.endsSlowConnections = endsSlowConnections
    let server = WebServer(
      settings: try ServerSettings(options: settings), parts: parts, clock: FixedClock(),
      log: { log.add($0) })
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    let services = try server.services(on: group) { continuation.yield($0) }
    let running = Task {
      defer { continuation.finish() }
      try await services.run()
    }
    if let port = await ports.first(where: { _ in true }) {
      do {
        try await test(
          TestServer(port: port, log: log, metrics: metrics, services: services))
      } catch {
        await services.triggerGracefulShutdown()
        throw error
      }
      await services.triggerGracefulShutdown()
    }
    try await running.value
    try await group.shutdownGracefully()
  }
}

/// A moment that stays.
struct FixedClock: PatientRecord.Clock {
  var now: Instant { Instant(milliseconds: 1_790_000_000_000) }
}

/// A result that stays.
struct FixedReadiness: Readiness {
  let isWell: Bool
  func checks() -> [ReadinessCheck] {
    [ReadinessCheck("writing", isWell: isWell, isWell ? "a change was stored" : "no room")]
  }
}

/// Lets one account in, whatever it asks, in a session that rides on a cookie.
struct EverybodyIsSignedIn: Gatekeeper {
  static let session = try? makeSession()
  static var token: String { session?.form.token ?? "" }

  func admit(_ request: Request, to route: Route, _ context: ServerContext) throws -> Visitor? {
    Visitor(session: try Self.makeSession(), grant: nil, patient: nil, ridesOnCookie: true)
  }

  private static func makeSession() throws -> Session {
    let bytes = [UInt8](repeating: 7, count: 16)
    let now = FixedClock().now
    let actor = Actor(
      account: AccountID(bytes: bytes), roles: [.patient], patient: "p-1",
      session: SessionHandle(bytes: bytes), stage: .full, proved: now)
    return Session(
      handle: actor.session, actor: actor, created: now, seen: now, ends: now, idleEnds: now,
      form: try FormSecret(bytes))
  }
}

/// Lets nobody in, not even through open doors: as when the accounts cannot be read.
struct NobodyPasses: Gatekeeper {
  func admit(_ request: Request, to route: Route, _ context: ServerContext) throws -> Visitor? {
    throw Problem.signInFirst
  }
}

/// An error whose words must reach nobody.
struct SecretFault: Error, CustomStringConvertible {
  var description: String { "CANARY-in-an-error" }
}

/// Holds requests until it is opened.
actor Gate {
  private(set) var waiting = 0
  private var isOpen = false
  private var continuations: [CheckedContinuation<Void, Never>] = []

  func pass() async {
    waiting += 1
    if isOpen { return }
    await withCheckedContinuation { continuations.append($0) }
  }

  func open() {
    isOpen = true
    for continuation in continuations { continuation.resume() }
    continuations = []
  }
}

/// What the tests ask for.
enum TestRoutes {
  /// What `/slow` waits for.
  static let gate = Gate()
  static let long = String(repeating: "All work and no play. ", count: 200)

  static let routes: [Route] = [
    Route(.post, "/api/echo", .open, bodyLimit: 65_536) { request, _ in
      Response(
        status: .ok, body: ResponseBody(byteBuffer: try await request.body.collect(upTo: 65_536)))
    },
    Route(.get, "/slow", .open) { _, _ in
      await gate.pass()
      return .page("slow")
    },
    Route(.get, "/huge", .open) { _, _ in
      Response(
        status: .ok,
        body: ResponseBody { writer in
          for _ in 0..<512 { try await writer.write(ByteBuffer(repeating: 0x41, count: 65_536)) }
          try await writer.finish(nil)
        })
    },
    Route(.get, "/fault", .open) { _, _ in throw SecretFault() },
    Route(.get, "/people/{person}", .open) { _, _ in .page("a person") },
    Route(.get, "/record", .readRecord) { _, _ in .page(long) },
    Route(.get, "/style.css", .open, delivery: .asset) { _, _ in
      Response(
        status: .ok, headers: [.contentType: "text/css"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: long)))
    },
    Route(.post, "/sign-in", .open, pace: .signIn, bodyLimit: 1_000) { _, _ in .page("in") },
    Route(.post, "/answers", .writeRecord, pace: .unlimited, bodyLimit: 1_000) { _, _ in
      .page("thanks")
    },
    Route(.post, "/form", .open, bodyLimit: 1_000) { _, _ in .page("done") },
    Route(.post, "/quick", .open, bodyLimit: 65_536, isQuick: true) { _, _ in .page(thread) },
    Route(.post, "/thorough", .open, bodyLimit: 65_536) { _, _ in .page(thread) },
  ]

  /// Where this is computed.
  private static var thread: String {
    MultiThreadedEventLoopGroup.currentEventLoop == nil ? "aside" : "on the loop"
  }
}
