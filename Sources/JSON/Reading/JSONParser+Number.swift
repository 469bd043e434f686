extension JSONParser {
  mutating func number() throws(JSONError) -> JSONNumber {
    let place = position
    _ = take("-")
    guard next != UInt8(ascii: "0") || !isDigit(position + 1) else {
      throw failure("a number must not begin with 0 and another digit", at: place)
    }
    try digits()
    var isIntegral = true
    if take(".") {
      isIntegral = false
      try digits()
    }
    if take("e") || take("E") {
      isIntegral = false
      _ = take("+") || take("-")
      try digits()
    }
    return try number(from: place, isIntegral: isIntegral)
  }

  private mutating func digits() throws(JSONError) {
    guard isDigit(position) else { throw failure(expecting: "a digit") }
    while isDigit(position) { position += 1 }
  }

  private func isDigit(_ index: Int) -> Bool {
    index < end && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
  }

  private func number(from place: Int, isIntegral: Bool) throws(JSONError) -> JSONNumber {
    let text = String(decoding: bytes[place..<position], as: UTF8.self)
    // Up to 15 digits an integer is exact as a double, and quicker to read.
    if isIntegral, position - place <= 15, let integer = Int(text), integer != 0 {
      return JSONNumber(text: text, value: Double(integer))
    }
    guard let value = Double(text), value.isFinite else {
      throw failure("the number is beyond the range of a double", at: place)
    }
    return JSONNumber(text: text, value: value)
  }
}
