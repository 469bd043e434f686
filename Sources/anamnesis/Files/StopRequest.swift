import Dispatch
import Foundation
import Synchronization

/// Lets long work end early with what it has: the first signal asks it to stop, the second ends it.
final class StopRequest {
  /// The signal that came, if one did.
  private final class Received: Sendable {
    let number = Mutex<Int32?>(nil)
  }

  private let received = Received()
  private let sources: [any DispatchSourceSignal]

  private static let signals = [SIGINT, SIGTERM]

  /// Begins to listen.
  ///
  /// - Parameter notice: what to tell on the standard error when the first signal has come.
  init(_ notice: String) {
    let queue = DispatchQueue(label: "stop request")
    let received = received
    sources = Self.signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        let isFirst = received.number.withLock { known in
          defer { known = number }
          return known == nil
        }
        guard isFirst else { _exit(128 + number) }
        StandardError.write("\n\(notice)\n")
      }
      source.resume()
      return source
    }
  }

  /// Whether somebody asked to stop.
  var isReceived: Bool { received.number.withLock { $0 != nil } }

  /// The code with which shells mark a program that a signal ended; nil when none came.
  var exitCode: Int32? { received.number.withLock { $0.map { 128 + $0 } } }

  deinit {
    for source in sources { source.cancel() }
    for number in Self.signals { signal(number, SIG_DFL) }
  }
}
