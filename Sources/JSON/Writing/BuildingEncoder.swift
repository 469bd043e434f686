/// Builds one JSON value from what one type writes.
final class BuildingEncoder: Encoder {
  private var object: JSONObject?
  private var elements: [JSONValue]?
  private var single: JSONValue?
  private var nestedMembers: [(name: String, encoder: BuildingEncoder)] = []
  private var nestedElements: [(index: Int, encoder: BuildingEncoder)] = []

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func encode<Value: Encodable>(_ value: Value) throws -> JSONValue {
    if let scalar = try scalar(value) { return scalar }
    let encoder = BuildingEncoder()
    try value.encode(to: encoder)
    let result = encoder.result
    guard case .object(let object) = result, Value.self is any WithoutOrder.Type else {
      return result
    }
    return .object(object.sorted())
  }

  /// A value that is written without containers, or nil for any other.
  ///
  /// Types are compared before they are cast, because casts are slow.
  private static func scalar<Value: Encodable>(_ value: Value) throws(FieldError) -> JSONValue? {
    if Value.self == String.self, let text = value as? String { return .string(text) }
    if Value.self == Double.self, let double = value as? Double {
      return try JSONValue(finite: double)
    }
    if Value.self == Int.self, let integer = value as? Int { return .number(integer) }
    if Value.self == JSONValue.self, let json = value as? JSONValue { return json }
    return nil
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    object = object ?? JSONObject()
    return KeyedEncodingContainer(ObjectEncoding(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    elements = elements ?? []
    return ArrayEncoding(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleEncoding(encoder: self) }

  /// What was written; an empty object when nothing was.
  private var result: JSONValue {
    if let single { return single }
    if var elements {
      for (index, encoder) in nestedElements { elements[index] = encoder.result }
      return .array(elements)
    }
    var object = object ?? JSONObject()
    for (name, encoder) in nestedMembers { object[name] = encoder.result }
    return .object(object)
  }

  var count: Int { elements?.count ?? 0 }

  func set(_ name: String, _ value: JSONValue) { object?[name] = value }

  func set(_ value: JSONValue) { single = value }

  func append(_ value: JSONValue) { elements?.append(value) }

  func nest(at name: String) -> BuildingEncoder {
    let encoder = BuildingEncoder()
    set(name, .null)
    nestedMembers.append((name, encoder))
    return encoder
  }

  func nestElement() -> BuildingEncoder {
    let encoder = BuildingEncoder()
    nestedElements.append((count, encoder))
    append(.null)
    return encoder
  }
}

/// A collection whose members come in no order of their own.
private protocol WithoutOrder {}
extension Dictionary: WithoutOrder {}
