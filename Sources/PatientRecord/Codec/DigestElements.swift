/// The elements of a list on their way into a fingerprint.
struct DigestElements: UnkeyedEncodingContainer {
  let encoder: DigestEncoder
  private(set) var count = 0

  init(encoder: DigestEncoder) { self.encoder = encoder }

  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() {
    count += 1
    encoder.add(.null)
  }

  mutating func encode<Value: Encodable>(_ value: Value) {
    count += 1
    encoder.add(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    count += 1
    return encoder.container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    count += 1
    return encoder.unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder }
}
