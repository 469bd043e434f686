/// Reads one type from one JSON value and remembers what the type asked for.
final class ValueDecoder: Decoder {
  let value: JSONValue
  /// Where the last member was found.
  var cursor = 0
  /// How many elements of a list have been read.
  var elementsRead = 0
  private var isOpened = false
  private var isDelegated = false
  private var asked: UInt64 = 0
  private var askedBeyond: Set<Int> = []
  private var nested: [(decoder: ValueDecoder, place: NestedPlace)] = []

  /// Where a nested container stands.
  enum NestedPlace {
    case member(String)
    case element(Int)
  }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ value: JSONValue) { self.value = value }

  static func decode<Value: Decodable>(
    _ type: Value.Type, from value: JSONValue
  ) throws -> Value {
    let decoder = ValueDecoder(value)
    let result = try type.init(from: decoder)
    try decoder.finish()
    return result
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    isOpened = true
    guard case .object(let object) = value else { throw mismatch("an object") }
    return KeyedDecodingContainer(ObjectDecoding(decoder: self, object: object))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    isOpened = true
    guard case .array(let elements) = value else { throw mismatch("a list") }
    return ArrayDecoding(decoder: self, elements: elements)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    isOpened = true
    isDelegated = true
    return SingleDecoding(value: value)
  }

  /// The value as it stands, none of it left to ask for.
  func whole() -> JSONValue {
    isDelegated = true
    return value
  }

  func mismatch(_ expected: String) -> FieldError {
    FieldError("", "expected \(expected), found \(value.kind)")
  }

  /// Remembers that a member was asked for.
  func ask(for index: Int) {
    if index < UInt64.bitWidth { asked |= 1 << UInt64(index) } else { askedBeyond.insert(index) }
  }

  /// Keeps a part that is decoded without a type of its own, to be checked at the end.
  func nest(_ decoder: ValueDecoder, at place: NestedPlace) -> ValueDecoder {
    nested.append((decoder, place))
    return decoder
  }

  /// Refuses what was not asked for.
  func finish() throws(FieldError) {
    for (decoder, place) in nested { try finish(decoder, at: place) }
    if isDelegated { return }
    switch value {
    case .object(let object): try finish(object)
    case .array(let elements):
      if isOpened, elementsRead >= elements.count { return }
      if elements.isEmpty { return }
      throw FieldError("[\(elementsRead)]", "unknown element")
    case .null, .bool, .number, .string: return
    }
  }

  private func finish(_ object: JSONObject) throws(FieldError) {
    for (index, member) in object.members.enumerated() where !isAsked(index) {
      throw FieldError(member.name, "unknown field")
    }
  }

  private func finish(_ part: ValueDecoder, at place: NestedPlace) throws(FieldError) {
    do throws(FieldError) {
      try part.finish()
    } catch {
      switch place {
      case .member(let name): throw error.within(name)
      case .element(let index): throw error.within(index)
      }
    }
  }

  private func isAsked(_ index: Int) -> Bool {
    index < UInt64.bitWidth ? asked >> UInt64(index) & 1 == 1 : askedBeyond.contains(index)
  }
}
