/// A value written as one piece.
struct SingleEncoding: SingleValueEncodingContainer {
  let encoder: BuildingEncoder

  var codingPath: [any CodingKey] { [] }

  func encodeNil() throws { encoder.set(.null) }

  func encode<Value: Encodable>(_ value: Value) throws {
    encoder.set(try BuildingEncoder.encode(value))
  }
}
