/// Writes Swift types as JSON straight into bytes, several times as quickly as by way of a
/// ``JSONValue``.
///
/// The bytes are those of the text that ``ValueEncoder`` gives, with one exception: dictionaries are
/// written by name where their values are whole numbers and are refused otherwise. An error names no
/// field; whoever wants to know which it is asks ``ValueEncoder``.
public struct ByteEncoder {
  private let encoder = StreamingEncoder()

  /// Creates an encoder. It is quickest where it is used again and again.
  public init() {}

  /// Writes a value at the end of bytes.
  ///
  /// - Parameters:
  ///   - value: what to write.
  ///   - bytes: what the value is added to; unchanged when it cannot be written.
  /// - Throws: an error when the value cannot be written.
  public func encode(_ value: some Encodable, to bytes: inout [UInt8]) throws(FieldError) {
    let start = bytes.count
    do {
      defer { swap(&encoder.bytes, &bytes) }
      swap(&encoder.bytes, &bytes)
      encoder.closers.removeAll(keepingCapacity: true)
      try encoder.write(value)
    } catch {
      bytes.removeLast(bytes.count - start)
      throw FieldError.wrapping(error)
    }
  }
}

extension [UInt8] {
  /// Adds characters that stand for themselves, such as brackets and the names of members.
  ///
  /// - Parameter characters: JSON as it stands.
  public mutating func append(json characters: StaticString) {
    characters.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Adds a text in quotation marks, with escapes where they are needed.
  ///
  /// - Parameter text: any text.
  public mutating func append(jsonText text: String) {
    append(UInt8(ascii: "\""))
    let start = count
    append(contentsOf: text.utf8)
    // Most texts need no escape and are copied whole.
    if self[start...].contains(where: JSONEscape.isNeeded) {
      removeLast(count - start)
      for byte in text.utf8 { JSONEscape.append(byte, to: &self) }
    }
    append(UInt8(ascii: "\""))
  }

  /// Adds a whole number.
  ///
  /// - Parameter number: any number.
  public mutating func append(jsonNumber number: Int) {
    if (0...9).contains(number) { return append(UInt8(truncatingIfNeeded: 48 + number)) }
    append(contentsOf: String(number).utf8)
  }

  /// Adds a number as ``JSONNumber`` writes it.
  ///
  /// - Parameter number: a finite number.
  /// - Throws: an error when it is not finite.
  public mutating func append(jsonNumber number: Double) throws(FieldError) {
    if number.magnitude < 1e15, number == number.rounded(), !(number == 0 && number.sign == .minus)
    {
      return append(jsonNumber: Int(number))
    }
    guard let number = JSONNumber(number) else {
      throw FieldError("", "\(number) is not finite and has no JSON form")
    }
    append(contentsOf: number.text.utf8)
  }
}
