/// The few forms of Markdown that generated pages use.
enum Markdown {
  private static let special = Set("|*<>[]\\`\n".utf8)

  /// Text that means nothing to Markdown and stays on one line.
  static func text(_ text: String) -> String {
    guard text.utf8.contains(where: special.contains) else { return text }
    var escaped = ""
    for character in text {
      switch character {
      case "|", "*", "<", ">", "[", "]", "\\", "`": escaped += "\\\(character)"
      case "\n": escaped += " "
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// A table with a row for its headings.
  ///
  /// - Parameters:
  ///   - headings: the headings.
  ///   - rows: the cells, which are Markdown.
  /// - Returns: the lines, with an empty one behind.
  static func table(_ headings: [String], _ rows: [[String]]) -> [String] {
    [line(headings), line(headings.map { _ in "---" })] + rows.map(line) + [""]
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
