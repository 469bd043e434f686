import Dispatch
import Foundation

/// Tidies up when a signal ends the program, as pressing Control-C does.
final class Interruption {
  private let sources: [any DispatchSourceSignal]

  /// The signals by which people and systems end a program.
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Begins to wait for a signal, which then ends the program with exit code 128 and its number.
  ///
  /// - Parameter tidy: what to do before.
  init(_ tidy: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "interruption")
    sources = Self.signals.map { number in
      // The usual answer would end the program before anything else could run.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        tidy()
        // The code that shells give for a signal; raising it again does nothing where it is blocked.
        _exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in Self.signals { signal(number, SIG_DFL) }
  }
}
