public import JSON

/// Checks a JSON value against a JSON Schema, for the keywords that our schemas use.
///
/// Known are `$ref` into `$defs`, `type`, `const`, `enum`, `properties`, `required`,
/// `additionalProperties: false`, `items`, `minItems`, `maxItems` and `oneOf`; `pattern` is known
/// for calendar days alone. A keyword that is not known is a fault of the schema, never passed over.
public struct SchemaCheck {
  private let root: JSONValue

  private static let silent: Set<String> = [
    "$schema", "$id", "$defs", "title", "description",
  ]

  /// Takes a schema.
  ///
  /// - Parameter schema: the whole schema.
  public init(_ schema: JSONValue) { root = schema }

  /// Holds a value against the schema.
  ///
  /// - Parameter value: the value.
  /// - Returns: what is wrong with it, each with its place; empty when nothing is.
  public func faults(of value: JSONValue) -> [String] { faults(of: value, against: root, at: "$") }

  private func faults(
    of value: JSONValue, against schema: JSONValue, at place: String
  ) -> [String] {
    guard case .object(let rules) = schema else { return ["\(place): the schema is no object"] }
    return rules.members.flatMap { rule in
      faults(of: value, rule: rule.name, rule.value, among: schema, at: place)
    }
  }

  private func faults(
    of value: JSONValue, rule: String, _ argument: JSONValue, among schema: JSONValue,
    at place: String
  ) -> [String] {
    switch rule {
    case "$ref":
      referred(argument).map { faults(of: value, against: $0, at: place) }
        ?? ["\(place): the reference \(argument.text()) leads nowhere"]
    case "type": matches(value, type: argument) ? [] : ["\(place): is \(value.kind)"]
    case "const": value == argument ? [] : ["\(place): is not \(argument.text())"]
    case "enum": elements(argument).contains(value) ? [] : ["\(place): is none of the choices"]
    case "required":
      elements(argument).filter { value[name($0)] == nil }
        .map { "\(place): lacks \($0.text())" }
    case "properties": properties(of: value, argument, at: place)
    case "additionalProperties": unknown(in: value, beside: schema, at: place)
    case "items":
      elements(value).enumerated().flatMap {
        faults(of: $1, against: argument, at: "\(place)[\($0)]")
      }
    case "minItems", "maxItems": counted(value, rule, argument, at: place)
    case "oneOf": alternatives(value, elements(argument), at: place)
    case "pattern": isDay(value) ? [] : ["\(place): is no calendar day"]
    default: SchemaCheck.silent.contains(rule) ? [] : ["\(place): unknown keyword \(rule)"]
    }
  }

  private func properties(
    of value: JSONValue, _ schemas: JSONValue, at place: String
  ) -> [String] {
    members(schemas).flatMap { member in
      value[member.name].map {
        faults(of: $0, against: member.value, at: "\(place).\(member.name)")
      } ?? []
    }
  }

  private func unknown(
    in value: JSONValue, beside schema: JSONValue, at place: String
  ) -> [String] {
    members(value).filter { schema["properties"]?[$0.name] == nil }
      .map { "\(place): has the unknown member \($0.name)" }
  }

  private func counted(
    _ value: JSONValue, _ rule: String, _ limit: JSONValue, at place: String
  ) -> [String] {
    guard case .number(let number) = limit, let limit = number.integer else { return [] }
    let count = elements(value).count
    let isKept = rule == "minItems" ? count >= limit : count <= limit
    return isKept ? [] : ["\(place): has \(count) elements"]
  }

  private func alternatives(
    _ value: JSONValue, _ schemas: [JSONValue], at place: String
  ) -> [String] {
    let results = schemas.map { faults(of: value, against: $0, at: place) }
    let hits = results.count(where: \.isEmpty)
    if hits == 1 { return [] }
    if hits > 1 { return ["\(place): matches \(hits) alternatives"] }
    // The faults of the nearest alternative say most.
    return results.min { $0.count < $1.count } ?? ["\(place): there is no alternative"]
  }

  private func referred(_ reference: JSONValue) -> JSONValue? {
    let prefix = "#/$defs/"
    guard name(reference).hasPrefix(prefix) else { return nil }
    return root["$defs"]?[String(name(reference).dropFirst(prefix.count))]
  }

  private func matches(_ value: JSONValue, type: JSONValue) -> Bool {
    if case .array(let types) = type { return types.contains { matches(value, type: $0) } }
    switch (value, name(type)) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.string, "string"): return true
    case (.array, "array"), (.object, "object"): return true
    case (.number(let number), "integer"): return number.integer != nil
    default: return false
    }
  }

  private func isDay(_ value: JSONValue) -> Bool {
    guard case .string(let text) = value else { return false }
    return text.wholeMatch(of: #/[0-9]{4}-[0-9]{2}-[0-9]{2}/#) != nil
  }

  private func name(_ value: JSONValue) -> String {
    guard case .string(let text) = value else { return "" }
    return text
  }

  private func elements(_ value: JSONValue) -> [JSONValue] {
    guard case .array(let elements) = value else { return [] }
    return elements
  }

  private func members(_ value: JSONValue) -> [JSONObject.Member] {
    guard case .object(let object) = value else { return [] }
    return object.members
  }
}
