public import JSON

/// A number with its unit.
public struct Quantity: Hashable, Sendable, Codable {
  /// The number; finite.
  public let value: Double
  /// The unit it counts.
  public let unit: UCUM

  /// Creates a quantity.
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - unit: the unit it counts.
  /// - Throws: an error when the number is not finite.
  public init(_ value: Double, _ unit: UCUM) throws(FieldError) {
    guard value.isFinite else { throw FieldError("value", "\(value) is not finite") }
    self.value = value
    self.unit = unit
  }

  private enum CodingKeys: String, CodingKey {
    case value, unit
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      container.decode(Double.self, forKey: .value), container.decode(UCUM.self, forKey: .unit))
  }
}

extension Quantity: CustomStringConvertible {
  public var description: String { "\(value) \(unit.rawValue)" }
}
