/// The members of an object as a type writes them.
struct ObjectEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: BuildingEncoder

  var codingPath: [any CodingKey] { [] }

  private func write(_ value: JSONValue, _ key: Key) { encoder.set(key.stringValue, value) }

  func encodeNil(forKey key: Key) throws { write(.null, key) }

  func encode(_ value: Bool, forKey key: Key) throws { write(.bool(value), key) }

  func encode(_ value: String, forKey key: Key) throws { write(.string(value), key) }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    do {
      write(try BuildingEncoder.encode(value), key)
    } catch {
      throw FieldError.wrapping(error).within(key.stringValue)
    }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder.nest(at: key.stringValue).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder.nest(at: key.stringValue).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder.nest(at: "super") }

  func superEncoder(forKey key: Key) -> any Encoder { encoder.nest(at: key.stringValue) }
}
