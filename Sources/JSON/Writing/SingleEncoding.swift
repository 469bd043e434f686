/// A value written as one piece.
struct SingleEncoding: SingleValueEncodingContainer {
  let encoder: BuildingEncoder

  var codingPath: [any CodingKey] { [] }

  func encodeNil() throws { encoder.set(.null) }

  func encode(_ value: Bool) throws { encoder.set(.bool(value)) }

  func encode(_ value: String) throws { encoder.set(.string(value)) }

  func encode(_ value: Double) throws { encoder.set(try JSONValue(finite: value)) }

  func encode(_ value: Float) throws { encoder.set(try JSONValue(finite: value)) }

  func encode(_ value: Int) throws { encoder.set(JSONValue(integer: value)) }

  func encode(_ value: Int8) throws { encoder.set(JSONValue(integer: value)) }

  func encode(_ value: Int16) throws { encoder.set(JSONValue(integer: value)) }

  func encode(_ value: Int32) throws { encoder.set(JSONValue(integer: value)) }

  func encode(_ value: Int64) throws { encoder.set(JSONValue(integer: value)) }

  func encode(_ value: UInt) throws { encoder.set(JSONValue(integer: value)) }

  func encode(_ value: UInt8) throws { encoder.set(JSONValue(integer: value)) }

  func encode(_ value: UInt16) throws { encoder.set(JSONValue(integer: value)) }

  func encode(_ value: UInt32) throws { encoder.set(JSONValue(integer: value)) }

  func encode(_ value: UInt64) throws { encoder.set(JSONValue(integer: value)) }

  func encode<Value: Encodable>(_ value: Value) throws {
    encoder.set(try BuildingEncoder.encode(value))
  }
}
