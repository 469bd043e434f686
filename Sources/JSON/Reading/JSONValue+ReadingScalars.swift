/// Reads the values that are no containers.
extension JSONValue {
  func asBool() throws(FieldError) -> Bool {
    guard case .bool(let bool) = self else { throw mismatch("true or false") }
    return bool
  }

  func asString() throws(FieldError) -> String {
    guard case .string(let text) = self else { throw mismatch("a text") }
    return text
  }

  func asDouble() throws(FieldError) -> Double {
    guard case .number(let number) = self else { throw mismatch("a number") }
    return number.value
  }

  func asFloat() throws(FieldError) -> Float {
    let value = Float(try asDouble())
    guard value.isFinite else { throw FieldError("", "the number is too large") }
    return value
  }

  func asInteger<Integer: FixedWidthInteger>() throws(FieldError) -> Integer {
    guard case .number(let number) = self else { throw mismatch("a whole number") }
    guard let value = Integer(number.text) ?? Integer(exactly: number.value) else {
      throw FieldError("", "expected a whole number, found \(number.text.prefix(40))")
    }
    return value
  }

  private func mismatch(_ expected: String) -> FieldError {
    FieldError("", "expected \(expected), found \(kind)")
  }
}
