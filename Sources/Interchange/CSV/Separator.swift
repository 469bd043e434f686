/// The character between the fields of a row.
public enum Separator: String, CaseIterable, Sendable {
  /// `,`
  case comma
  /// The tabulator.
  case tab
  /// `;`
  case semicolon

  /// The character as its UTF-8 byte.
  public var byte: UInt8 {
    switch self {
    case .comma: 0x2C
    case .tab: 0x09
    case .semicolon: 0x3B
    }
  }
}
