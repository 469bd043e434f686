/// A value written as one piece on its way into a fingerprint.
struct DigestSingle: SingleValueEncodingContainer {
  let encoder: DigestEncoder

  var codingPath: [any CodingKey] { [] }

  func encodeNil() { encoder.add(.null) }

  func encode(_ value: Bool) { encoder.add(value) }

  func encode(_ value: String) { encoder.add(value) }

  func encode(_ value: Double) { encoder.add(value) }

  func encode(_ value: Float) { encoder.add(Double(value)) }

  func encode(_ value: Int) { encoder.add(integer: value) }

  func encode(_ value: Int8) { encoder.add(integer: value) }

  func encode(_ value: Int16) { encoder.add(integer: value) }

  func encode(_ value: Int32) { encoder.add(integer: value) }

  func encode(_ value: Int64) { encoder.add(integer: value) }

  func encode(_ value: UInt) { encoder.add(integer: value) }

  func encode(_ value: UInt8) { encoder.add(integer: value) }

  func encode(_ value: UInt16) { encoder.add(integer: value) }

  func encode(_ value: UInt32) { encoder.add(integer: value) }

  func encode(_ value: UInt64) { encoder.add(integer: value) }

  func encode<Value: Encodable>(_ value: Value) { encoder.add(value) }
}
