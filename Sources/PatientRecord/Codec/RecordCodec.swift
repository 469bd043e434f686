public import JSON

/// Writes entries as lines of JSON and reads them back, one entry a line (NDJSON).
///
/// Each line begins with the version of the layout. Reading refuses what it does not know: another
/// version, another kind of fact, a field too many, a value of another type or out of its range.
public enum RecordCodec {
  /// The version of the layout that is written and read.
  public static let version = 1

  /// The longest line that is read, in bytes.
  public static let lineLimit = 16 * 1024 * 1024

  /// Writes an entry.
  ///
  /// - Parameter entry: what to write.
  /// - Returns: one line without its line break.
  /// - Throws: an error that names the field that could not be read back.
  public static func encode(_ entry: Entry) throws(RecordError) -> String {
    var bytes: [UInt8] = []
    try EntryEncoder().encode(entry, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads an entry.
  ///
  /// - Parameters:
  ///   - line: one line, with or without its line break.
  ///   - number: the line's number, for errors.
  /// - Returns: the entry.
  /// - Throws: an error that names line and field.
  public static func decode(line: String, number: Int) throws(RecordError) -> Entry {
    var decoder = EntryDecoder()
    return try decoder.decode(Array(line.utf8), number: number)
  }

  /// Reads an entry by way of a ``JSONValue``, however it stands.
  static func decodeValue(
    _ bytes: [UInt8], in range: Range<Int>, number: Int
  ) throws(RecordError) -> Entry {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes, in: range)
    } catch {
      throw RecordError(line: number, reason: "column \(error.column): \(error.reason)")
    }
    return try decode(value, number: number)
  }

  /// Reads an entry that is part of a greater JSON text.
  ///
  /// - Parameters:
  ///   - value: the entry's JSON.
  ///   - number: its place, for errors.
  /// - Returns: the entry.
  /// - Throws: an error that names place and field.
  public static func decode(_ value: JSONValue, number: Int) throws(RecordError) -> Entry {
    do {
      return try StrictDecoder().decode(Entry.self, from: try unversioned(value))
    } catch {
      throw RecordError(line: number, field: error.path, reason: error.reason)
    }
  }

  /// Writes an entry as part of a greater JSON text.
  ///
  /// - Parameter entry: what to write.
  /// - Returns: the entry's JSON.
  /// - Throws: an error that names the field that could not be read back.
  public static func json(of entry: Entry) throws(FieldError) -> JSONValue { try value(of: entry) }

  static func tooLong(_ number: Int) -> RecordError {
    RecordError(line: number, reason: "longer than \(lineLimit) bytes")
  }

  /// The JSON of an entry, the version first.
  static func value(of entry: Entry) throws(FieldError) -> JSONValue {
    var object = JSONObject()
    object["v"] = .number(version)
    guard case .object(let fields) = try ValueEncoder().encode(entry) else { return .null }
    for member in fields.members { object[member.name] = member.value }
    return .object(object)
  }

  private static func unversioned(_ value: JSONValue) throws(FieldError) -> JSONValue {
    guard case .object(var object) = value else {
      throw FieldError("", "expected an object, found \(value.kind)")
    }
    guard let found = object["v"] else { throw FieldError("v", "missing; expected \(version)") }
    guard case .number(let number) = found, number.integer == version else {
      throw FieldError(
        "v", "layout \(found.text().prefix(20)) is not known; this program reads \(version)")
    }
    object["v"] = nil
    return .object(object)
  }
}
