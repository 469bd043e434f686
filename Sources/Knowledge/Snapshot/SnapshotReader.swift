/// Reads the file of a snapshot. Every length is checked, so that a damaged file is refused.
struct SnapshotReader {
  private let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the whole file.
  ///
  /// - Returns: the documents by name; nil when the file is damaged or of another version.
  mutating func entries() -> [String: KnowledgeSnapshot.Entry]? {
    guard take(SnapshotWriter.layout.count) == SnapshotWriter.layout[...], let digest = take(32),
      SHA256(of: Array(bytes[position...])).bytes == Array(digest), let count = number()
    else { return nil }
    var entries: [String: KnowledgeSnapshot.Entry] = [:]
    for _ in 0..<count {
      guard let name = text(), let digest = take(32), let tree = tree(named: name) else {
        return nil
      }
      entries[name] = KnowledgeSnapshot.Entry(digest: Array(digest), tree: tree)
    }
    return position == bytes.count ? entries : nil
  }

  private mutating func tree(named name: String) -> DocumentTree? {
    guard let count = number(), count > 0, count <= (bytes.count - position) / 8 else { return nil }
    var values: [DocumentTree.Value] = []
    values.reserveCapacity(count)
    var texts = 0
    for index in 0..<count {
      guard let head = number(), let size = number(),
        let kind = DocumentTree.Kind(rawValue: UInt8(truncatingIfNeeded: head & 3))
      else { return nil }
      let isText = kind == .plainText || kind == .quotedText
      let end = (isText ? texts : index + 1) + size
      guard isText || end <= count, let last = UInt32(exactly: end) else { return nil }
      values.append(
        DocumentTree.Value(
          kind: kind, line: UInt32(truncatingIfNeeded: head >> 2),
          start: isText ? UInt32(truncatingIfNeeded: texts) : 0, end: last))
      if isText { texts = end }
    }
    guard let length = number(), length == texts, let bytes = take(length) else { return nil }
    let tree = DocumentTree(name: name, values: values, bytes: Array(bytes))
    return tree.isWellFormed ? tree : nil
  }

  private mutating func text() -> String? {
    guard let length = number(), let bytes = take(length) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func number() -> Int? {
    guard bytes.count - position >= 4 else { return nil }
    defer { position += 4 }
    return bytes.withUnsafeBufferPointer { bytes in
      (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    }
  }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, bytes.count - position >= count else { return nil }
    defer { position += count }
    return bytes[position..<position + count]
  }
}

extension DocumentTree {
  /// Whether lists and mappings lie within each other, mappings have a value for every key, and the
  /// first value holds all others.
  fileprivate var isWellFormed: Bool {
    var open: [(end: Int, isMapping: Bool, count: Int)] = []
    for (index, value) in values.enumerated() {
      while let last = open.last, last.end == index {
        if last.isMapping, !last.count.isMultiple(of: 2) { return false }
        open.removeLast()
      }
      if open.isEmpty, index > 0 { return false }
      if !open.isEmpty { open[open.count - 1].count += 1 }
      guard !value.isText else { continue }
      if let last = open.last, Int(value.end) > last.end { return false }
      open.append((Int(value.end), value.kind == .mapping, 0))
    }
    return open.allSatisfy { $0.end == values.count && !($0.isMapping && $0.count % 2 == 1) }
  }
}
