import JSON

/// Reads entries from lines of JSON, one after the other.
///
/// A line that stands as ``RecordCodec`` writes it is read in one pass; any other, by way of a
/// ``JSONValue``. Both ways take the same entries: what the quick one does not know, it leaves to the
/// other, which says what is wrong. What lines have in common, such as the patient and the zone, is
/// kept from one to the next.
public struct EntryDecoder: Sendable {
  private var scanner = EntryScanner()

  /// Creates a decoder.
  public init() {}

  /// Reads an entry.
  ///
  /// - Parameters:
  ///   - line: one line in UTF-8, without its line break.
  ///   - number: the line's number, for errors.
  /// - Returns: the entry.
  /// - Throws: an error that names line and field.
  public mutating func decode(_ line: [UInt8], number: Int) throws(RecordError) -> Entry {
    try decode(line, in: line.indices, number: number)
  }

  mutating func decode(
    _ bytes: [UInt8], in range: Range<Int>, number: Int
  ) throws(RecordError) -> Entry {
    guard range.count <= RecordCodec.lineLimit else { throw RecordCodec.tooLong(number) }
    if let entry = scanner.entry(in: bytes, range) { return entry }
    return try RecordCodec.decodeValue(bytes, in: range, number: number)
  }
}
