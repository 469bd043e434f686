/// Writes the values that are no containers.
extension JSONValue {
  init(finite double: Double) throws(FieldError) {
    guard let number = JSONNumber(double) else {
      throw FieldError("", "\(double) is not finite and has no JSON form")
    }
    self = .number(number)
  }

  init(finite float: Float) throws(FieldError) {
    guard float.isFinite else {
      throw FieldError("", "\(float) is not finite and has no JSON form")
    }
    self = .number(JSONNumber(text: float.description, value: Double(float)))
  }

  init(integer: some FixedWidthInteger) {
    self = .number(JSONNumber(text: String(integer), value: Double(integer)))
  }
}
