extension Field {
  /// The text of a value that is neither list nor mapping.
  var scalar: String? { tree.text(node) }

  /// The elements of a list; empty for anything else.
  var elements: [Field] { isList ? (try? list()) ?? [] : [] }

  /// All that stands in a list or mapping.
  var parts: [Field] { elements + (members ?? []).map(\.value) }

  /// Whether groups of facts with a certainty of their own stand in it.
  var holdsGroups: Bool { value(of: "certainty") != nil || parts.contains(where: \.holdsGroups) }

  /// The value on one line.
  var inline: String {
    if isNull { return "not stated" }
    if let scalar { return scalar }
    if let members {
      return members.map { "\($0.scalar?.spacedWords ?? "?") \($1.nested)" }
        .joined(separator: ", ")
    }
    let isList = elements.contains { $0.scalar == nil }
    return elements.isEmpty
      ? "none" : elements.map(\.inline).joined(separator: isList ? "; " : ", ")
  }

  private var nested: String { scalar == nil ? "(\(inline))" : inline }
}

extension String {
  /// A name of the layout as words: `minimumEffective` as `minimum effective`.
  var spacedWords: String {
    guard utf8.contains(where: (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains) else {
      return self
    }
    var words = ""
    var wasLower = false
    for character in self {
      if character.isUppercase, wasLower {
        words += " " + character.lowercased()
      } else {
        words.append(character)
      }
      wasLower = character.isLowercase || character.isNumber
    }
    return words
  }
}
