public import JSON

/// A name: one line of 1 to 200 characters, not only spaces.
public struct Name: Hashable, Sendable {
  /// The name as written.
  public let text: String

  /// The greatest length in Unicode scalars.
  public static let limit = 200

  /// Creates a name.
  ///
  /// - Parameter text: one line of 1 to 200 characters, not only spaces.
  /// - Throws: an error that says what is wrong with the text.
  public init(_ text: String) throws(FieldError) {
    let isBlank = text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    if isBlank { throw FieldError("", "a name must not be empty") }
    guard text.utf8.count <= Name.limit || text.unicodeScalars.count <= Name.limit else {
      throw FieldError("", "a name has at most \(Name.limit) characters")
    }
    guard
      Name.isPlain(text)
        || text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      throw FieldError("", "a name is one line without control characters")
    }
    self.text = text
  }
}

extension Name {
  /// Whether a text holds printable ASCII alone, which is quicker to see than its categories.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }
}

extension Name: Comparable {
  public static func < (left: Name, right: Name) -> Bool { left.text < right.text }
}

extension Name: CustomStringConvertible {
  public var description: String { text }
}

extension Name: Codable {
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
