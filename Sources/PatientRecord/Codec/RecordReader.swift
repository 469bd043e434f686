/// Reads a record from bytes that arrive in chunks of any size.
///
/// Lines end with a line feed, alone or after a carriage return; the last one may lack it. Blank
/// lines and a byte order mark at the very beginning are passed over. A line that cannot be taken
/// gives an error and reading goes on with the next. At most one line is held in memory.
public struct RecordReader: Sendable {
  /// What one line gave.
  public typealias Line = Result<Entry, RecordError>

  private var partial: [UInt8] = []
  private var isTooLong = false
  private var number = 0
  private var decoder = EntryDecoder()

  /// Creates a reader at the beginning of a record.
  public init() {}

  /// Reads a record that is wholly in memory.
  ///
  /// - Parameter bytes: the record.
  /// - Returns: what each line gave, in order.
  public static func lines(of bytes: [UInt8]) -> [Line] {
    var reader = RecordReader()
    return reader.read(bytes) + reader.finish()
  }

  /// Takes the next bytes.
  ///
  /// - Parameter chunk: any number of bytes.
  /// - Returns: what each line gave that is now complete, in order.
  public mutating func read(_ chunk: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while let end = chunk[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if let line = line(endingWith: chunk, in: start..<end) { lines.append(line) }
      start = end + 1
    }
    hold(chunk[start...])
    return lines
  }

  /// Takes the end of the bytes.
  ///
  /// - Returns: what the last line gave, when it had no line break.
  public mutating func finish() -> [Line] {
    guard !partial.isEmpty || isTooLong else { return [] }
    return line(endingWith: [], in: 0..<0).map { [$0] } ?? []
  }

  /// Keeps the beginning of a line whose end has not arrived.
  private mutating func hold(_ rest: ArraySlice<UInt8>) {
    if isTooLong || rest.isEmpty { return }
    if partial.count + rest.count > RecordCodec.lineLimit + 1 {
      isTooLong = true
      partial = []
    } else {
      partial.append(contentsOf: rest)
    }
  }

  private mutating func line(endingWith chunk: [UInt8], in range: Range<Int>) -> Line? {
    number += 1
    // Most lines lie wholly within a chunk and are read in place.
    if partial.isEmpty, !isTooLong { return line(in: chunk, range) }
    hold(chunk[range])
    defer {
      partial = []
      isTooLong = false
    }
    if isTooLong { return .failure(RecordCodec.tooLong(number)) }
    return line(in: partial, partial.indices)
  }

  private mutating func line(in bytes: [UInt8], _ whole: Range<Int>) -> Line? {
    var range = whole
    if let last = bytes[range].last, last == UInt8(ascii: "\r") {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    if number == 1, bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) {
      range = (range.lowerBound + 3)..<range.upperBound
    }
    if bytes[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
    do {
      return .success(try decoder.decode(bytes, in: range, number: number))
    } catch {
      return .failure(error)
    }
  }
}
