public import JSON

/// How often something happened, from 0 to a billion.
public struct Count: Hashable, Sendable {
  /// The number of times.
  public let value: Int

  /// The counts that can be kept.
  public static let range = 0...1_000_000_000

  /// Creates a count.
  ///
  /// - Parameter value: the number of times, within ``range``.
  /// - Throws: an error that names the value when it is outside.
  public init(_ value: Int) throws(FieldError) {
    guard Count.range.contains(value) else {
      throw FieldError("", "\(value) times; expected 0 to 1000000000")
    }
    self.value = value
  }
}

extension Count: Codable {
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(Int.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}
