internal import Logging
internal import ServiceLifecycle
internal import UnixSignals

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Runs services until the process is asked to end.
///
/// The first signal closes the doors and lets requests in progress finish; whoever takes longer than
/// they may is cut off. A second signal ends the process at once.
struct Stopping: Sendable {
  let services: ServiceGroup
  let logger: Logger
  /// How long requests in progress may take.
  let grace: Duration

  /// Runs until everything has stopped.
  func run() async throws {
    let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    let watching = Task { await watch(signals) }
    defer { watching.cancel() }
    try await services.run()
  }

  private func watch(_ signals: UnixSignalsSequence) async {
    var isStopping = false
    for await signal in signals {
      if isStopping || Weakness.stopAtOnce.isThere { _exit(128 + signal.number) }
      isStopping = true
      logger.notice("stopping", metadata: ["signal": "\(signal)"])
      Task {
        try? await Task.sleep(for: grace)
        logger.error("stopped", metadata: ["reason": "requests in progress took too long"])
        _exit(EXIT_FAILURE)
      }
      await services.triggerGracefulShutdown()
    }
  }
}

extension UnixSignal {
  fileprivate var number: Int32 { self == .sigint ? SIGINT : SIGTERM }
}
