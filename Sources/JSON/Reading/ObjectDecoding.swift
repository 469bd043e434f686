/// The members of an object, by the keys of a type.
struct ObjectDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: ValueDecoder
  let object: JSONObject

  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { object.members.compactMap { Key(stringValue: $0.name) } }

  func contains(_ key: Key) -> Bool { member(key.stringValue) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try value(key) == .null }

  private func member(_ name: String) -> JSONValue? {
    guard let index = object.index(of: name, from: decoder.cursor) else { return nil }
    decoder.cursor = index
    decoder.ask(for: index)
    return object.members[index].value
  }

  private func value(_ key: Key) throws(FieldError) -> JSONValue {
    guard let value = member(key.stringValue) else { throw FieldError(key.stringValue, "missing") }
    return value
  }

  /// Reads a member and names it in errors.
  private func read<Value>(_ key: Key, as convert: (JSONValue) throws -> Value) throws -> Value {
    let value = try value(key)
    do {
      return try convert(value)
    } catch {
      throw FieldError.wrapping(error).within(key.stringValue)
    }
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    try read(key) { try $0.asBool() }
  }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try read(key) { try $0.asString() }
  }

  func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
    try read(key) { try $0.asDouble() }
  }

  func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
    try read(key) { try $0.asFloat() }
  }

  func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
    try read(key) { try $0.asInteger() }
  }

  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 {
    try read(key) { try $0.asInteger() }
  }

  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 {
    try read(key) { try $0.asInteger() }
  }

  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 {
    try read(key) { try $0.asInteger() }
  }

  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
    try read(key) { try $0.asInteger() }
  }

  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt {
    try read(key) { try $0.asInteger() }
  }

  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 {
    try read(key) { try $0.asInteger() }
  }

  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
    try read(key) { try $0.asInteger() }
  }

  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
    try read(key) { try $0.asInteger() }
  }

  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
    try read(key) { try $0.asInteger() }
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    let value = try value(key)
    do {
      return try ValueDecoder.decode(type, from: value)
    } catch {
      throw FieldError.wrapping(error).within(key.stringValue)
    }
  }

  func decodeIfPresent<Value: Decodable>(
    _ type: Value.Type, forKey key: Key
  ) throws -> Value? {
    guard let value = member(key.stringValue) else { return nil }
    if case .null = value { return nil }
    do {
      return try ValueDecoder.decode(type, from: value)
    } catch {
      throw FieldError.wrapping(error).within(key.stringValue)
    }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try read(key) { try nest($0, at: key).container(keyedBy: type) }
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try read(key) { try nest($0, at: key).unkeyedContainer() }
  }

  func superDecoder() throws -> any Decoder {
    guard let value = member("super") else { throw FieldError("super", "missing") }
    return decoder.nest(ValueDecoder(value), at: .member("super"))
  }

  func superDecoder(forKey key: Key) throws -> any Decoder {
    nest(try value(key), at: key)
  }

  private func nest(_ value: JSONValue, at key: Key) -> ValueDecoder {
    decoder.nest(ValueDecoder(value), at: .member(key.stringValue))
  }
}
