import Dispatch
import Foundation
import Synchronization

/// Lets long work end early with what it has: the first signal asks it to stop, the second ends it.
final class StopRequest: Sendable {
  private let number = Mutex<Int32?>(nil)
  private let sources: Mutex<[any DispatchSourceSignal]>

  private static let signals = [SIGINT, SIGTERM]

  /// Begins to listen.
  ///
  /// - Parameter notice: what to tell on the standard error when the first signal has come.
  init(_ notice: String) {
    sources = Mutex([])
    let queue = DispatchQueue(label: "stop request")
    for number in Self.signals {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [weak self] in self?.receive(number, notice) }
      source.resume()
      sources.withLock { $0.append(source) }
    }
  }

  private func receive(_ number: Int32, _ notice: String) {
    let isFirst = self.number.withLock { received in
      defer { received = number }
      return received == nil
    }
    guard isFirst else { _exit(128 + number) }
    StandardError.write("\n\(notice)\n")
  }

  /// Whether somebody asked to stop.
  var isReceived: Bool { number.withLock { $0 != nil } }

  /// The code with which shells mark a program that a signal ended; nil when none came.
  var exitCode: Int32? { number.withLock { $0.map { 128 + $0 } } }

  deinit {
    sources.withLock { for source in $0 { source.cancel() } }
    for number in Self.signals { signal(number, SIG_DFL) }
  }
}
