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
    if let scalar = try JSONValue(scalar: value) { return scalar }
    let encoder = BuildingEncoder()
    try value.encode(to: encoder)
    let result = encoder.result
    guard case .object(let object) = result, Value.self is any WithoutOrder.Type else {
      return result
    }
    return .object(object.sorted())
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

extension JSONValue {
  /// A value that is written without containers, or nil for any other.
  fileprivate init?(scalar value: some Encodable) throws(FieldError) {
    switch value {
    case let text as String: self = .string(text)
    case let bool as Bool: self = .bool(bool)
    case let integer as Int: self = .number(integer)
    case let double as Double: self = try JSONValue(finite: double)
    case let json as JSONValue: self = json
    case let float as Float:
      guard float.isFinite else { throw FieldError("", "\(float) is not finite") }
      self = .number(JSONNumber(text: float.description, value: Double(float)))
    case let integer as any FixedWidthInteger:
      self = .number(JSONNumber(text: String(describing: integer), value: Double(integer)))
    default: return nil
    }
  }

  private init(finite double: Double) throws(FieldError) {
    guard let number = JSONNumber(double) else {
      throw FieldError("", "\(double) is not finite and has no JSON form")
    }
    self = .number(number)
  }
}
