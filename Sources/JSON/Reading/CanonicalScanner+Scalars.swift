extension CanonicalScanner {
  /// Takes a text in quotation marks that needs no escape.
  ///
  /// - Returns: the text, or `nil` when it holds an escape or a control character, or is not UTF-8.
  public mutating func string() -> String? {
    guard take("\"") else { return nil }
    let start = position
    var index = start
    var isASCII = true
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { break }
      if byte < 0x20 || byte == UInt8(ascii: "\\") { return nil }
      if byte >= 0x80 { isASCII = false }
      index += 1
    }
    guard index < end else { return nil }
    skip(index + 1 - start)
    if isASCII { return String(decoding: bytes[start..<index], as: UTF8.self) }
    return String(validating: bytes[start..<index], as: UTF8.self)
  }

  /// Takes a text in quotation marks that is known already, which saves making it again.
  ///
  /// - Parameter known: the text; one that needs an escape is never found.
  /// - Returns: whether it came; if not, nothing was taken.
  public mutating func take(string known: String) -> Bool {
    var index = position + 1
    guard index < end, bytes[position] == UInt8(ascii: "\"") else { return false }
    for byte in known.utf8 {
      guard index < end, bytes[index] == byte, byte >= 0x20, byte != UInt8(ascii: "\""),
        byte != UInt8(ascii: "\\")
      else { return false }
      index += 1
    }
    guard index < end, bytes[index] == UInt8(ascii: "\"") else { return false }
    skip(index + 1 - position)
    return true
  }

  /// Takes a number without an exponent.
  ///
  /// - Returns: the nearest double, or `nil` when no such number comes.
  public mutating func number() -> Double? {
    let start = position
    guard let whole = wholeDigits() else { return nil }
    var value = whole.value
    var places = 0
    if take(".") {
      while let digit = digit() {
        value = value &* 10 &+ digit
        places += 1
      }
      if places == 0 { return nil }
    }
    // Up to 15 digits and their power of ten are exact, and so one division rounds as it should.
    guard whole.count + places <= 15, value != 0 || !whole.isNegative else {
      return double(from: start)
    }
    let magnitude = Double(value) / CanonicalScanner.powersOfTen[places]
    return whole.isNegative ? -magnitude : magnitude
  }

  /// Takes a whole number of at most 15 digits.
  ///
  /// - Returns: the number, or `nil` when none comes.
  public mutating func integer() -> Int? {
    guard let whole = wholeDigits(), whole.count <= 15 else { return nil }
    return whole.isNegative ? -whole.value : whole.value
  }

  /// Takes decimal digits, as many as stand in a date.
  ///
  /// - Parameter count: how many, at most 15.
  /// - Returns: their value, or `nil` when fewer come.
  public mutating func digits(_ count: Int) -> Int? {
    guard (0...15).contains(count), count <= end - position else { return nil }
    var value = 0
    for index in position..<(position + count) {
      guard case 48...57 = bytes[index] else { return nil }
      value = value * 10 + Int(bytes[index] - 48)
    }
    skip(count)
    return value
  }

  /// Takes hexadecimal digits.
  ///
  /// - Parameter count: how many, at most 16.
  /// - Returns: their value, or `nil` when fewer come.
  public mutating func hexadecimal(_ count: Int) -> UInt64? {
    guard (0...16).contains(count), count <= end - position else { return nil }
    var value: UInt64 = 0
    for index in position..<(position + count) {
      let byte = bytes[index]
      switch byte {
      case 48...57: value = value << 4 | UInt64(byte - 48)
      case 97...102: value = value << 4 | UInt64(byte - 87)
      default: return nil
      }
    }
    skip(count)
    return value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private mutating func digit() -> Int? {
    guard position < end, case 48...57 = bytes[position] else { return nil }
    defer { skip(1) }
    return Int(bytes[position] - 48)
  }

  /// Takes a sign and digits; the value has no meaning beyond 18 of them.
  private mutating func wholeDigits() -> (value: Int, count: Int, isNegative: Bool)? {
    let isNegative = take("-")
    let start = position
    var value = 0
    while let digit = digit() { value = value &* 10 &+ digit }
    let count = position - start
    guard count == 1 || (count > 1 && bytes[start] != UInt8(ascii: "0")) else { return nil }
    return (value, count, isNegative)
  }

  private func double(from start: Int) -> Double? {
    guard let value = Double(String(decoding: text(from: start), as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }
}
