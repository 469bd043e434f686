/// Where sealed bytes stand: the table, the row and every clear column of the row.
///
/// It is authenticated with the sealed bytes, so that neither can be moved or changed alone.
public struct SealedPlace: Sendable {
  /// The place in words, for messages; it tells nothing about a patient.
  public let description: String
  /// The place as bytes: every part behind its length, so that two places never look alike.
  let bytes: [UInt8]

  /// Creates a place.
  ///
  /// - Parameters:
  ///   - table: what kind of row.
  ///   - row: which row, for messages.
  ///   - columns: the row's identity and its clear columns, in order.
  public init(table: String, row: String, columns: [[UInt8]]) {
    description = "\(table) \(row)"
    bytes = ([Array(table.utf8)] + columns).flatMap { part in
      SealedPlace.bytes(of: Int64(part.count)) + part
    }
  }

  /// An integer as eight bytes, most significant first.
  ///
  /// - Parameter value: the integer.
  /// - Returns: its bytes.
  public static func bytes(of value: Int64) -> [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> Int64($0)) }
  }
}
