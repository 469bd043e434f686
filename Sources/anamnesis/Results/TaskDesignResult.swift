import JSON

/// What `anamnesis task design` prints: the design itself, or an outline of it.
struct TaskDesignResult: AnalysisResult {
  let json: JSONValue

  var lines: [String] { outline(json, indent: "") }

  private func outline(_ value: JSONValue, indent: String) -> [String] {
    guard case .object(let object) = value else { return [indent + (inline(value) ?? "")] }
    return object.members.flatMap { member -> [String] in
      if let text = inline(member.value) { return ["\(indent)\(member.name): \(text)"] }
      return ["\(indent)\(member.name):"] + children(member.value, indent: indent + "  ")
    }
  }

  private func children(_ value: JSONValue, indent: String) -> [String] {
    guard case .array(let elements) = value else { return outline(value, indent: indent) }
    return elements.enumerated().flatMap { index, element -> [String] in
      if let text = inline(element) { return ["\(indent)\(index + 1): \(text)"] }
      if case .array(let inner) = element {
        return ["\(indent)\(index + 1):"] + children(.array(inner), indent: indent + "  ")
      }
      return ["\(indent)\(index + 1):"] + outline(element, indent: indent + "  ")
    }
  }

  /// The value on one line, if it is short: a scalar, scalars, or an object of scalars and words.
  private func inline(_ value: JSONValue) -> String? {
    switch value {
    case .null: return "none"
    case .bool(let flag): return flag ? "yes" : "no"
    case .number(let number): return number.text
    case .string(let text): return text
    case .array(let elements):
      let texts = elements.map { scalar($0) }
      return texts.contains { $0 == nil } ? nil : texts.compactMap { $0 }.joined(separator: " ")
    case .object(let object):
      let parts = object.members.map { member in
        inline(member.value).map { text in
          if case .object = member.value { return text }
          return "\(member.name) \(text)"
        }
      }
      return parts.contains { $0 == nil } || parts.count > 7
        ? nil : parts.compactMap { $0 }.joined(separator: ", ")
    }
  }

  private func scalar(_ value: JSONValue) -> String? {
    switch value {
    case .array, .object: nil
    default: inline(value)
    }
  }
}
