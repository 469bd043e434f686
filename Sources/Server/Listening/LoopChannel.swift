internal import HTTPTypes
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// A connection whose requests are answered on the thread that reads them, as far as that is quick.
///
/// Two changes of the thread in each request are saved so, which take longer than most answers do. What
/// computes for longer is done elsewhere (``RouteGuards``), so that it holds up no other connection.
struct LoopChannel<Base: ServerChildChannel>: ServerChildChannel {
  let base: Base

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
    base.setup(channel: channel, logger: logger)
  }

  func handle(value: Base.Value, logger: Logger) async {
    await withTaskExecutorPreference(LoopExecutor(loop: value.channel.eventLoop)) {
      await base.handle(value: value, logger: logger)
    }
  }
}

/// Computes on the threads that all share, whatever thread answers the connection.
///
/// - Parameter body: computes.
/// - Returns: what `body` returns.
/// - Throws: what `body` throws.
func aside<Value>(_ body: () async throws -> Value) async rethrows -> Value {
  try await withTaskExecutorPreference(globalConcurrentExecutor, operation: body)
}

/// Runs tasks on the thread of an event loop.
private final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(loop: any EventLoop) { self.loop = loop }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
