/// A value written as one piece on its way into bytes.
struct StreamedSingle: SingleValueEncodingContainer {
  let encoder: StreamingEncoder

  var codingPath: [any CodingKey] { [] }

  func encodeNil() { encoder.bytes.append(json: "null") }

  func encode(_ value: Bool) { encoder.bytes.append(json: value ? "true" : "false") }

  func encode(_ value: String) { encoder.bytes.append(jsonText: value) }

  func encode(_ value: Double) throws { try encoder.bytes.append(jsonNumber: value) }

  func encode(_ value: Float) throws {
    guard value.isFinite else {
      throw FieldError("", "\(value) is not finite and has no JSON form")
    }
    write(digits: value.description)
  }

  func encode(_ value: Int) { encoder.bytes.append(jsonNumber: value) }

  func encode(_ value: Int8) { write(digits: String(value)) }

  func encode(_ value: Int16) { write(digits: String(value)) }

  func encode(_ value: Int32) { write(digits: String(value)) }

  func encode(_ value: Int64) { write(digits: String(value)) }

  func encode(_ value: UInt) { write(digits: String(value)) }

  func encode(_ value: UInt8) { write(digits: String(value)) }

  func encode(_ value: UInt16) { write(digits: String(value)) }

  func encode(_ value: UInt32) { write(digits: String(value)) }

  func encode(_ value: UInt64) { write(digits: String(value)) }

  func encode<Value: Encodable>(_ value: Value) throws { try encoder.write(value) }

  private func write(digits: String) { encoder.bytes.append(contentsOf: digits.utf8) }
}
