/// The fields of a form as a browser sends them (`application/x-www-form-urlencoded`).
struct FormFields: Sendable {
  private let fields: [(name: String, value: String)]

  /// Reads fields; what is not well-formed is left out.
  ///
  /// - Parameter text: names and values, `a=1&b=two+words`; of more than 1,000 the rest is ignored.
  init(_ text: String) {
    fields = text.split(separator: "&", maxSplits: 1_000).prefix(1_000).compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = parts.first.flatMap(Self.decoded) else { return nil }
      guard let value = Self.decoded(parts.count > 1 ? parts[1] : "") else { return nil }
      return (name, value)
    }
  }

  /// The first value of a field.
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// All values of a field, for choices of which several may be ticked.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// Undoes the encoding.
  ///
  /// - Returns: the text, or `nil` when an escape is cut off or the bytes are no UTF-8.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(0x20)
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(hexDigit),
          let low = rest.popFirst().flatMap(hexDigit)
        else { return nil }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
