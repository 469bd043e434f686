/// The elements of a list on their way into bytes.
struct StreamedElements: UnkeyedEncodingContainer {
  let encoder: StreamingEncoder
  let depth: Int
  private(set) var count = 0

  init(encoder: StreamingEncoder, depth: Int) {
    self.encoder = encoder
    self.depth = depth
  }

  var codingPath: [any CodingKey] { [] }

  private mutating func begin() {
    count += 1
    encoder.begin(in: depth)
  }

  mutating func encodeNil() {
    begin()
    encoder.bytes.append(json: "null")
  }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    begin()
    try encoder.write(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    begin()
    return encoder.container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    begin()
    return encoder.unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    begin()
    return encoder
  }
}
