public import JSON

/// What a person wrote in their own words: 1 to 20,000 characters, not only spaces.
public struct FreeText: Hashable, Sendable {
  /// The text as written.
  public let text: String

  /// The greatest length in Unicode scalars.
  public static let limit = 20_000

  /// Creates a text.
  ///
  /// - Parameter text: 1 to 20,000 characters, not only spaces.
  /// - Throws: an error that says what is wrong with the text.
  public init(_ text: String) throws(FieldError) {
    let isBlank = text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    if isBlank { throw FieldError("", "a text must not be empty; leave the field out instead") }
    guard text.utf8.count <= FreeText.limit || text.unicodeScalars.count <= FreeText.limit else {
      throw FieldError("", "a text has at most \(FreeText.limit) characters")
    }
    self.text = text
  }
}

extension FreeText: CustomStringConvertible {
  public var description: String { text }
}

extension FreeText: Codable {
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
