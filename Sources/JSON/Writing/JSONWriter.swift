/// Writes JSON values as bytes.
struct JSONWriter {
  let isPretty: Bool
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  init(isPretty: Bool) { self.isPretty = isPretty }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: append("null")
    case .bool(let bool): append(bool ? "true" : "false")
    case .number(let number): append(number.text)
    case .string(let text): write(text)
    case .array(let elements):
      write(elements, between: "[", and: "]") { writer, element in writer.write(element) }
    case .object(let object):
      write(object.members, between: "{", and: "}") { writer, member in
        writer.write(member.name)
        writer.append(writer.isPretty ? ": " : ":")
        writer.write(member.value)
      }
    }
  }

  private mutating func write<Part>(
    _ parts: [Part], between opening: String, and closing: String,
    writing writePart: (inout JSONWriter, Part) -> Void
  ) {
    append(opening)
    depth += 1
    for (index, part) in parts.enumerated() {
      if index > 0 { append(",") }
      breakLine()
      writePart(&self, part)
    }
    depth -= 1
    if !parts.isEmpty { breakLine() }
    append(closing)
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    append("\n")
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func write(_ text: String) { bytes.append(jsonText: text) }
}
