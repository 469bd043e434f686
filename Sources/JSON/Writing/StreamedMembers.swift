/// The members of an object on their way into bytes.
struct StreamedMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: StreamingEncoder
  let depth: Int

  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    encoder.begin(key.stringValue, in: depth)
    encoder.bytes.append(json: "null")
  }

  func encode(_ value: Bool, forKey key: Key) {
    encoder.begin(key.stringValue, in: depth)
    encoder.bytes.append(json: value ? "true" : "false")
  }

  func encode(_ value: String, forKey key: Key) {
    encoder.begin(key.stringValue, in: depth)
    encoder.bytes.append(jsonText: value)
  }

  func encode(_ value: Double, forKey key: Key) throws {
    encoder.begin(key.stringValue, in: depth)
    try encoder.bytes.append(jsonNumber: value)
  }

  func encode(_ value: Int, forKey key: Key) {
    encoder.begin(key.stringValue, in: depth)
    encoder.bytes.append(jsonNumber: value)
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    encoder.begin(key.stringValue, in: depth)
    try encoder.write(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder.begin(key.stringValue, in: depth)
    return encoder.container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder.begin(key.stringValue, in: depth)
    return encoder.unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    encoder.begin("super", in: depth)
    return encoder
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    encoder.begin(key.stringValue, in: depth)
    return encoder
  }
}
