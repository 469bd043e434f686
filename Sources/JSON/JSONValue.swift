/// A JSON text as a value (RFC 8259).
///
/// Members of objects keep their order and numbers keep the digits they were written with, so that
/// what was read is written back unchanged.
public enum JSONValue: Hashable, Sendable {
  /// The literal `null`.
  case null
  /// The literals `true` and `false`.
  case bool(Bool)
  /// A finite number.
  case number(JSONNumber)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Members in order.
  case object(JSONObject)
}

extension JSONValue {
  /// Creates a number from an integer.
  ///
  /// - Parameter integer: the value.
  /// - Returns: the number.
  public static func number(_ integer: Int) -> JSONValue { .number(JSONNumber(integer)) }

  /// Creates a number, which JSON can hold only when it is finite.
  ///
  /// - Parameter value: the value.
  /// - Returns: the number, or `nil` for an infinity or not-a-number: whoever writes decides what
  ///   stands in its place.
  public static func number(_ value: Double) -> JSONValue? {
    JSONNumber(value).map(JSONValue.number)
  }

  /// Creates an object from members in order; of members with one name the last counts.
  ///
  /// - Parameter members: names and values.
  /// - Returns: the object.
  public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    var object = JSONObject()
    for (name, value) in members { object[name] = value }
    return .object(object)
  }

  /// What kind of value this is, in words for messages.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The member of an object with a name.
  ///
  /// - Parameter name: the member's name.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[name]
  }

  /// The element of an array at a position.
  ///
  /// - Parameter index: the position, counted from 0.
  public subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}
