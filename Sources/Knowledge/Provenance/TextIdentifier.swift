/// An identifier that is written as one word of text in resources, records and exports.
///
/// Each kind of thing has its own identifier type, so that an item cannot be asked for where an
/// instrument is meant. Two identifiers are one only when their bytes are: texts that merely look
/// alike, as `é` in one and in two Unicode characters, name different things.
public protocol TextIdentifier: RawRepresentable<String>, Hashable, Comparable, Sendable, Codable,
  ExpressibleByStringLiteral, CustomStringConvertible
where StringLiteralType == String {
  /// Creates an identifier from its text.
  ///
  /// - Parameter rawValue: the text as it stands in the resource that defines the thing.
  init(rawValue: String)
}

extension TextIdentifier {
  public init(stringLiteral text: String) { self.init(rawValue: text) }

  /// The identifier's text.
  public var description: String { rawValue }

  public static func == (left: Self, right: Self) -> Bool {
    left.rawValue.utf8.elementsEqual(right.rawValue.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in rawValue.utf8 { hasher.combine(byte) }
    hasher.combine(0xFF as UInt8)
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }
}
