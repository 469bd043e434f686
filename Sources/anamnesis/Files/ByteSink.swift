import Foundation

/// Thrown when the reader of a pipe has gone, as `head` does after its lines.
struct ClosedPipe: Error {}

/// Collects bytes and writes them to an open file in large pieces.
struct ByteSink {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []

  /// Creates a sink.
  ///
  /// - Parameters:
  ///   - descriptor: the open file, which the caller closes.
  ///   - name: what the file is called in messages.
  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Takes a text.
  mutating func write(_ text: String) throws { try write(text.utf8) }

  /// Takes bytes.
  mutating func write(_ bytes: some Collection<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Takes a text and ends its line.
  mutating func writeLine(_ text: String) throws {
    try write(text)
    try write("\n")
  }

  /// Hands everything over to the system.
  mutating func flush() throws {
    var start = 0
    while start < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        Foundation.write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count > 0 {
        start += count
      } else if errno == EPIPE {
        throw ClosedPipe()
      } else if errno != EINTR {
        throw BadInput(name, SystemFault.current, cure: "free space or write elsewhere")
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// The system's word for what went wrong last.
enum SystemFault {
  static var current: String { String(cString: strerror(errno)).lowercased() }
}
