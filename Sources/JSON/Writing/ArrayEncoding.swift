/// The elements of a list as a type writes them.
struct ArrayEncoding: UnkeyedEncodingContainer {
  let encoder: BuildingEncoder

  var codingPath: [any CodingKey] { [] }
  var count: Int { encoder.count }

  func encodeNil() throws { encoder.append(.null) }

  func encode<Value: Encodable>(_ value: Value) throws {
    do {
      encoder.append(try BuildingEncoder.encode(value))
    } catch {
      throw FieldError.wrapping(error).within(count)
    }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    encoder.nestElement().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    encoder.nestElement().unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder.nestElement() }
}
