extension JSONValue {
  /// The deepest nesting of lists and objects that is read.
  public static let depthLimit = 64

  /// Reads one JSON text (RFC 8259), and nothing around it but white space.
  ///
  /// Refused are also what the standard leaves open: repeated names in one object, halves of
  /// surrogate pairs, numbers beyond the range of a double, and nesting beyond ``depthLimit``.
  /// - Parameter bytes: the text in UTF-8, without a byte order mark.
  /// - Throws: an error that names line and column.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    try self.init(parsing: bytes, in: bytes.indices)
  }

  /// Reads one JSON text from a part of a buffer.
  ///
  /// - Parameters:
  ///   - bytes: a buffer that holds the text in UTF-8.
  ///   - range: where in the buffer the text stands; positions outside the buffer are left out.
  ///   - depth: how many lists and objects the text stands within already.
  /// - Throws: an error that names line and column, counted from the start of the range.
  public init(
    parsing bytes: [UInt8], in range: Range<Int>, depth: Int = 0
  ) throws(JSONError) {
    var parser = JSONParser(
      bytes: bytes, range: range.clamped(to: bytes.indices), depth: max(0, depth))
    self = try parser.text()
  }

  /// Reads one JSON text, and nothing around it but white space.
  ///
  /// - Parameter text: the text.
  /// - Throws: an error that names line and column.
  public init(parsing text: String) throws(JSONError) {
    try self.init(parsing: Array(text.utf8))
  }
}
