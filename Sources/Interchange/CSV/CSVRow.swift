/// One row of a CSV file, its quotation marks already removed.
///
/// Fields are slices of one buffer of UTF-8 bytes; text is made only when asked for.
public struct CSVRow: Sendable {
  /// The physical line at which the row starts, counted from 1.
  public internal(set) var line = 1
  /// The bytes of all fields, one after the other.
  var bytes: [UInt8] = []
  /// Where each field ends in `bytes`.
  var ends: [Int] = []

  /// The number of fields.
  public var count: Int { ends.count }

  /// The UTF-8 bytes of one field.
  ///
  /// - Parameter column: the field's index, counted from 0.
  /// - Returns: the bytes, empty for a field that does not exist.
  public func utf8(_ column: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(column) else { return [] }
    return bytes[(column == 0 ? 0 : ends[column - 1])..<ends[column]]
  }

  /// The text of one field.
  ///
  /// - Parameter column: the field's index, counted from 0.
  /// - Returns: the text, empty for a field that does not exist.
  public subscript(column: Int) -> String { String(decoding: utf8(column), as: UTF8.self) }

  /// The texts of all fields.
  public var texts: [String] { ends.indices.map { self[$0] } }

  /// Whether every field by itself is well-formed UTF-8.
  var isWellFormed: Bool {
    ends.indices.allSatisfy { String(validating: utf8($0), as: UTF8.self) != nil }
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
