import JSON

/// One of a few words of the record's vocabulary, refused by name when it is none of them.
public protocol Choice: RawRepresentable<String>, CaseIterable, Hashable, Sendable, Codable {}

extension Choice {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let choice = Self(rawValue: text) else {
      let words = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw FieldError("", "\"\(text.excerpt)\" is none of: \(words)")
    }
    self = choice
  }
}
