import JSON
public import Time

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
  ///   - recorded: when a store accepted it, whatever the line says; `nil` for what the line says.
  /// - Returns: the entry.
  /// - Throws: an error that names line and field.
  public mutating func decode(
    _ line: [UInt8], number: Int, recorded: Instant? = nil
  ) throws(RecordError) -> Entry {
    try decode(line, in: line.indices, number: number, recorded: recorded)
  }

  mutating func decode(
    _ bytes: [UInt8], in range: Range<Int>, number: Int, recorded: Instant? = nil
  ) throws(RecordError) -> Entry {
    guard range.count <= RecordCodec.lineLimit else { throw RecordCodec.tooLong(number) }
    if let entry = scanner.entry(in: bytes, range, recorded: recorded) { return entry }
    let entry = try RecordCodec.decodeValue(bytes, in: range, number: number)
    return recorded.map(entry.recorded(at:)) ?? entry
  }
}
