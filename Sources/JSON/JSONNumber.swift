/// A finite JSON number: the digits it was written with, and their value.
public struct JSONNumber: Hashable, Sendable {
  /// The number as it stands in the text.
  public let text: String
  /// The nearest double.
  public let value: Double

  /// Creates a number from an integer.
  ///
  /// - Parameter integer: the value.
  public init(_ integer: Int) {
    text = String(integer)
    value = Double(integer)
  }

  /// Creates a number from a double, written with the fewest digits that read back as the same
  /// double, without a fraction when it is integral.
  ///
  /// - Parameter value: the value; an infinity or not-a-number gives `nil`.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    let text = value.description
    self.text = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    self.value = value
  }

  /// Keeps a number that the parser has read.
  init(text: String, value: Double) {
    self.text = text
    self.value = value
  }

  /// The integer, when the number is one that fits.
  public var integer: Int? { Int(text) ?? Int(exactly: value) }
}
