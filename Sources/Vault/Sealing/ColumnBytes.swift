/// Columns one after the other, each behind its length as eight bytes, so that two rows never look
/// alike.
public struct ColumnBytes: Sendable {
  private(set) var bytes: [UInt8] = []

  /// Creates an empty row.
  public init() { bytes.reserveCapacity(192) }

  /// Adds a column of bytes.
  ///
  /// - Parameter column: the bytes.
  public mutating func append(_ column: [UInt8]) {
    append(length: column.count)
    bytes.append(contentsOf: column)
  }

  /// Adds a column of text.
  ///
  /// - Parameter column: the text.
  public mutating func append(_ column: String) {
    append(length: column.utf8.count)
    bytes.append(contentsOf: column.utf8)
  }

  /// Adds a column that holds an integer, most significant byte first.
  ///
  /// - Parameter column: the integer.
  public mutating func append(_ column: Int64) {
    append(length: 8)
    withUnsafeBytes(of: column.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// Adds a column that may be null: a 0, or a 1 and the bytes.
  ///
  /// - Parameter column: the bytes, or `nil`.
  public mutating func append(optional column: [UInt8]?) {
    append(length: column.map { $0.count + 1 } ?? 1)
    bytes.append(column == nil ? 0 : 1)
    if let column { bytes.append(contentsOf: column) }
  }

  /// Adds columns that were put together before.
  mutating func append(contentsOf columns: ColumnBytes) {
    bytes.append(contentsOf: columns.bytes)
  }

  private mutating func append(length: Int) {
    withUnsafeBytes(of: Int64(length).bigEndian) { bytes.append(contentsOf: $0) }
  }
}
