extension JSONParser {
  mutating func string() throws(JSONError) -> String {
    let first = position + 1
    var index = first
    var isASCII = true
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        position = index + 1
        if isASCII { return String(decoding: bytes[first..<index], as: UTF8.self) }
        return try validated(bytes[first..<index], from: first)
      }
      if byte == UInt8(ascii: "\\") {
        position = index
        return try escapedString(from: first)
      }
      if byte < 0x20 {
        throw failure("a control character must be written as an escape", at: index)
      }
      if byte >= 0x80 { isASCII = false }
      index += 1
    }
    throw failure("the text ends within quotation marks", at: end)
  }

  /// Reads on from the first backslash, with what stands before it.
  private mutating func escapedString(from first: Int) throws(JSONError) -> String {
    var unescaped = Array(bytes[first..<position])
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return try validated(unescaped[...], from: first)
      }
      if byte < 0x20 { throw failure("a control character must be written as an escape") }
      position += 1
      if byte == UInt8(ascii: "\\") {
        try escape(into: &unescaped)
      } else {
        unescaped.append(byte)
      }
    }
    throw failure("the text ends within quotation marks")
  }

  private func validated(
    _ bytes: ArraySlice<UInt8>, from place: Int
  ) throws(JSONError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw failure("not valid UTF-8", at: place)
    }
    return text
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = next else { throw failure("the text ends within quotation marks") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
    default: throw failure("no such escape", at: position - 2)
    }
  }

  /// Reads what follows `\u`, with the second half of a surrogate pair.
  private mutating func scalar() throws(JSONError) -> Character {
    let place = position - 2
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    guard first < 0xDC00, take("\\"), take("u") else {
      throw failure("half of a surrogate pair", at: place)
    }
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure("half of a surrogate pair", at: place) }
    return Character(scalar)
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw failure(expecting: "four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
