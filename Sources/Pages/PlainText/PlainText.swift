/// Collects lines of at most 80 columns.
struct PlainText {
  static let width = 80

  private(set) var lines: [String] = []

  var text: String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  mutating func blank() {
    if let last = lines.last, last != "" { lines.append("") }
  }

  mutating func heading(_ text: String, underlined mark: Character) {
    blank()
    for line in PlainText.wrapped(text, to: PlainText.width) {
      lines.append(line)
      lines.append(String(repeating: mark, count: line.count))
    }
  }

  /// A paragraph; following lines are indented as far as the first one's mark is wide.
  mutating func paragraph(_ text: String, mark: String = "", indent: Int = 0) {
    let hang = String(repeating: " ", count: indent + mark.count)
    let room = PlainText.width - hang.count
    for (index, line) in PlainText.wrapped(PlainText.safe(text), to: room).enumerated() {
      lines.append(
        (index == 0 ? String(repeating: " ", count: indent) + mark : hang) + line)
    }
  }

  mutating func line(_ text: String) { lines.append(text) }

  /// Text without control characters, which a terminal would obey.
  static func safe(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  /// Words in lines no longer than a width; a longer word has a line of its own.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
