/// Writes the file of a snapshot.
struct SnapshotWriter {
  /// The name and version of the layout.
  static let layout = Array("ANAMN\u{0}\u{0}\u{1}".utf8)

  private var body: [UInt8] = []

  mutating func append(_ entry: KnowledgeSnapshot.Entry, named name: String) {
    append(Array(name.utf8))
    body += entry.digest
    append(entry.tree.values.count)
    for (index, value) in entry.tree.values.enumerated() {
      append(Int(value.line) << 2 | Int(value.kind.rawValue))
      append(value.isText ? Int(value.end - value.start) : Int(value.end) - index - 1)
    }
    append(entry.tree.bytes)
  }

  func file(documents: Int) -> [UInt8] {
    let content = Self.fourBytes(documents) + body
    return Self.layout + SHA256(of: content).bytes + content
  }

  private mutating func append(_ text: [UInt8]) {
    append(text.count)
    body += text
  }

  private mutating func append(_ number: Int) { body += Self.fourBytes(number) }

  private static func fourBytes(_ number: Int) -> [UInt8] {
    let word = UInt32(clamping: number)
    return (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
  }
}
