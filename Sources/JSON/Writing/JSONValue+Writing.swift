extension JSONValue {
  /// How a text is laid out.
  public enum Layout: Hashable, Sendable {
    /// On one line, without spaces.
    case compact
    /// One member or element a line, indented by two spaces.
    case pretty
  }

  /// Writes the value as JSON text.
  ///
  /// - Parameter layout: how the text is laid out.
  /// - Returns: the text, without a line break at its end.
  public func text(_ layout: Layout = .compact) -> String {
    String(decoding: bytes(layout), as: UTF8.self)
  }

  /// Writes the value as JSON text in UTF-8.
  ///
  /// - Parameter layout: how the text is laid out.
  /// - Returns: the bytes of the text, without a line break at its end.
  public func bytes(_ layout: Layout = .compact) -> [UInt8] {
    var writer = JSONWriter(isPretty: layout == .pretty)
    writer.write(self)
    return writer.bytes
  }
}
