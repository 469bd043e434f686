/// The members of an object on their way into a fingerprint.
struct DigestMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: DigestEncoder

  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    encoder.add(name: key.stringValue)
    encoder.add(.null)
  }

  func encode(_ value: Bool, forKey key: Key) {
    encoder.add(name: key.stringValue)
    encoder.add(value)
  }

  func encode(_ value: String, forKey key: Key) {
    encoder.add(name: key.stringValue)
    encoder.add(value)
  }

  func encode(_ value: Double, forKey key: Key) {
    encoder.add(name: key.stringValue)
    encoder.add(value)
  }

  func encode(_ value: Int, forKey key: Key) {
    encoder.add(name: key.stringValue)
    encoder.add(integer: value)
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) {
    encoder.add(name: key.stringValue)
    encoder.add(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder.add(name: key.stringValue)
    return encoder.container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder.add(name: key.stringValue)
    return encoder.unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder }

  func superEncoder(forKey key: Key) -> any Encoder {
    encoder.add(name: key.stringValue)
    return encoder
  }
}
