/// Where sealed bytes stand: the table, the row and every clear column of the row.
///
/// It is authenticated with the sealed bytes, so that neither can be moved or changed alone.
public struct SealedPlace: Sendable {
  /// What kind of row.
  private let table: String
  /// Which row, for messages.
  private let row: Row
  /// The place as bytes: every part behind its length, so that two places never look alike.
  let bytes: [UInt8]

  /// How a row is named in messages.
  private enum Row {
    case name(String)
    case number(Int64)
    case bytes(String, [UInt8])
  }

  /// Creates a place.
  ///
  /// - Parameters:
  ///   - table: what kind of row.
  ///   - row: which row, for messages.
  ///   - columns: the row's identity and its clear columns, in order.
  public init(table: String, row: String, columns: [[UInt8]]) {
    self.init(table, .name(row)) { place in for column in columns { place.append(column) } }
  }

  /// Creates the place of a row that bytes name.
  ///
  /// - Parameters:
  ///   - table: what kind of row.
  ///   - row: the bytes, for messages.
  ///   - name: what stands before them in messages.
  ///   - columns: the row's identity and its clear columns, in order.
  public init(table: String, row: [UInt8], named name: String = "", columns: [[UInt8]]) {
    self.init(table, .bytes(name, row)) { place in
      for column in columns { place.append(column) }
    }
  }

  /// Creates the place of a row that has a number.
  ///
  /// - Parameters:
  ///   - table: what kind of row.
  ///   - row: the number, for messages.
  ///   - columns: adds the row's identity and its clear columns, in order.
  public init(table: String, row: Int64, columns: (inout ColumnBytes) -> Void) {
    self.init(table, .number(row), columns)
  }

  private init(_ table: String, _ row: Row, _ columns: (inout ColumnBytes) -> Void) {
    self.table = table
    self.row = row
    var place = ColumnBytes()
    place.append(table)
    columns(&place)
    bytes = place.bytes
  }

  /// The place in words, for messages; it tells nothing about a patient.
  public var description: String {
    switch row {
    case .name(let name): "\(table) \(name)"
    case .number(let number): "\(table) \(number)"
    case .bytes(let name, let bytes): "\(table) \(name)\(Hexadecimal.text(of: bytes))"
    }
  }

  /// An integer as eight bytes, most significant first.
  ///
  /// - Parameter value: the integer.
  /// - Returns: its bytes.
  public static func bytes(of value: Int64) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
  }
}
