/// An identifier that is written as one word of text in resources, records and exports.
///
/// Each kind of thing has its own identifier type, so that an item cannot be asked for where an
/// instrument is meant.
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

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
