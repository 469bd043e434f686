extension HouseRules {
  /// Members whose meaning their protocol documents already.
  private static let inherited = [
    "static func < (", "static func == (", "var description:", "var debugDescription:",
    "init(from decoder:", "func encode(to encoder:", "func hash(into hasher:", "let rawValue:",
    "var rawValue:", "init(rawValue ", "init(rawValue:", "init?(rawValue ", "init?(rawValue:",
    "init(stringLiteral ", "init(stringLiteral:", "init(stringInterpolation ",
    "init(stringInterpolation:", "init(literalCapacity:", "mutating func appendLiteral(",
    "func makeIterator()", "mutating func next()",
  ]

  /// Each public declaration has a documentation comment, but what a conformance asks for.
  static func isDocumented(_ source: SwiftSource) -> [String] {
    let declaration =
      #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)*?public\s+(?!import\b|extension\b)(.*)$/#
    return source.code.indices.compactMap { index in
      guard let match = source.code[index].firstMatch(of: declaration) else { return nil }
      let name = String(match.1)
      guard !inherited.contains(where: name.contains),
        !hasComment(above: index, in: source)
      else { return nil }
      return "\(source.path):\(index + 1): public \(name) has no documentation"
    }
  }

  /// Each public number says what it is a number of: its comment has three words or more.
  static func saysWhatNumberIs(_ source: SwiftSource) -> [String] {
    let declaration =
      #/^\s*public\s+(?:static\s+)?(?:let|var)\s+(\w+)(?::\s*(?:Double|Int)\b|\s*=\s*-?\d)/#
    return source.code.indices.compactMap { index in
      guard let match = source.code[index].firstMatch(of: declaration) else { return nil }
      let comment = source.lines[..<index].reversed().prefix {
        $0.drop(while: \.isWhitespace).hasPrefix("///")
      }
      let words = comment.flatMap { $0.split(separator: " ").filter { $0 != "///" } }
      guard words.count < 3, !comment.isEmpty else { return nil }
      return "\(source.path):\(index + 1): say what public \(match.1) is a number of"
    }
  }

  private static func hasComment(above index: Int, in source: SwiftSource) -> Bool {
    for line in source.lines[..<index].reversed() {
      let text = line.drop(while: \.isWhitespace)
      if text.hasPrefix("///") { return true }
      guard text.hasPrefix("@"), !text.contains("public ") else { return false }
    }
    return false
  }
}
