/// The elements of a list, one after the other.
struct ArrayDecoding: UnkeyedDecodingContainer {
  let decoder: ValueDecoder
  let elements: [JSONValue]

  var codingPath: [any CodingKey] { [] }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }
  var currentIndex: Int { decoder.elementsRead }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, elements[currentIndex] == .null else { return false }
    decoder.elementsRead += 1
    return true
  }

  /// Reads the next element and names it in errors.
  private func read<Value>(_ convert: (JSONValue) throws -> Value) throws -> Value {
    guard !isAtEnd else { throw FieldError("[\(currentIndex)]", "missing") }
    do {
      let value = try convert(elements[currentIndex])
      decoder.elementsRead += 1
      return value
    } catch {
      throw FieldError.wrapping(error).within(currentIndex)
    }
  }

  func decode(_ type: Bool.Type) throws -> Bool { try read { try $0.asBool() } }

  func decode(_ type: String.Type) throws -> String { try read { try $0.asString() } }

  func decode(_ type: Double.Type) throws -> Double { try read { try $0.asDouble() } }

  func decode(_ type: Float.Type) throws -> Float { try read { try $0.asFloat() } }

  func decode(_ type: Int.Type) throws -> Int { try read { try $0.asInteger() } }

  func decode(_ type: Int8.Type) throws -> Int8 { try read { try $0.asInteger() } }

  func decode(_ type: Int16.Type) throws -> Int16 { try read { try $0.asInteger() } }

  func decode(_ type: Int32.Type) throws -> Int32 { try read { try $0.asInteger() } }

  func decode(_ type: Int64.Type) throws -> Int64 { try read { try $0.asInteger() } }

  func decode(_ type: UInt.Type) throws -> UInt { try read { try $0.asInteger() } }

  func decode(_ type: UInt8.Type) throws -> UInt8 { try read { try $0.asInteger() } }

  func decode(_ type: UInt16.Type) throws -> UInt16 { try read { try $0.asInteger() } }

  func decode(_ type: UInt32.Type) throws -> UInt32 { try read { try $0.asInteger() } }

  func decode(_ type: UInt64.Type) throws -> UInt64 { try read { try $0.asInteger() } }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let index = currentIndex
    guard index < elements.count else { throw FieldError("[\(index)]", "missing") }
    do {
      let value = try ValueDecoder.decode(type, from: elements[index])
      decoder.elementsRead = index + 1
      return value
    } catch {
      throw FieldError.wrapping(error).within(index)
    }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try read { try nest($0).container(keyedBy: type) }
  }

  func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try read { try nest($0).unkeyedContainer() }
  }

  func superDecoder() throws -> any Decoder { try read { nest($0) } }

  private func nest(_ value: JSONValue) -> ValueDecoder {
    decoder.nest(ValueDecoder(value), at: .element(currentIndex))
  }
}
