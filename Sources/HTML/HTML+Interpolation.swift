extension HTML: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { self.init(raw: value) }

  public init(stringInterpolation: Interpolation) { self.init(raw: stringInterpolation.text) }

  /// Collects the pieces of a literal: its own text as it stands, what is put into it escaped.
  public struct Interpolation: StringInterpolationProtocol {
    var text: String

    public init(literalCapacity: Int, interpolationCount: Int) {
      text = ""
      text.reserveCapacity(literalCapacity &+ interpolationCount &* 16)
    }

    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// Adds text, escaped.
    ///
    /// - Parameter value: any text.
    public mutating func appendInterpolation(_ value: some StringProtocol) {
      text += HTML.escaped(String(value))
    }

    /// Adds a whole number.
    ///
    /// - Parameter value: the number, written with plain digits.
    public mutating func appendInterpolation(_ value: some BinaryInteger) {
      text += value.description
    }

    /// Adds markup as it stands.
    ///
    /// - Parameter value: the markup.
    public mutating func appendInterpolation(_ value: HTML) { text += value.text }

    /// Adds markup when there is any.
    ///
    /// - Parameter value: the markup, or nothing.
    public mutating func appendInterpolation(_ value: HTML?) {
      if let value { text += value.text }
    }

    /// Adds a view of each item, one after the other.
    ///
    /// - Parameters:
    ///   - items: what to show.
    ///   - view: makes the markup of one item.
    public mutating func appendInterpolation<Items: Sequence>(
      each items: Items, _ view: (Items.Element) -> HTML
    ) {
      for item in items { text += view(item).text }
    }
  }
}
