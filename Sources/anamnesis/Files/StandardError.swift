import Foundation

/// The stream for messages.
enum StandardError {
  /// Whether a person is likely to read along.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a message; a stream that is closed is no reason to stop.
  static func write(_ text: String) {
    var sink = ByteSink(descriptor: STDERR_FILENO, name: "standard error")
    try? sink.write(text)
    try? sink.flush()
  }
}
