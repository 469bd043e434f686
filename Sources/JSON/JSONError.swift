/// Why a text is not acceptable JSON, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// Bytes before the place.
  public let offset: Int
  /// The line of the place, counted from 1.
  public let line: Int
  /// The byte of the place within its line, counted from 1.
  public let column: Int
  /// What is wrong.
  public let reason: String

  /// Places an error in a text.
  init(_ reason: String, at offset: Int, in bytes: [UInt8], from start: Int) {
    let end = min(max(offset, start), bytes.count)
    var line = 1
    var lineStart = start
    for index in start..<end where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    self.offset = end - start
    self.line = line
    self.column = end - lineStart + 1
    self.reason = reason
  }
}

extension JSONError: CustomStringConvertible {
  public var description: String { "line \(line), column \(column): \(reason)" }
}
