public import JSON

/// A length of time in minutes, from none to a year.
public struct Minutes: Hashable, Sendable {
  /// The length in minutes.
  public let value: Double

  /// The lengths that can be kept: none to 366 days.
  public static let range = 0.0...527_040.0

  /// Creates a length of time.
  ///
  /// - Parameter value: minutes, within ``range``.
  /// - Throws: an error that names the value when it is outside.
  public init(_ value: Double) throws(FieldError) {
    guard Minutes.range.contains(value) else {
      throw FieldError("", "\(value) minutes; expected 0 to 527040")
    }
    self.value = value
  }
}

extension Minutes: Comparable {
  public static func < (left: Minutes, right: Minutes) -> Bool { left.value < right.value }
}

extension Minutes: Codable {
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(Double.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}
