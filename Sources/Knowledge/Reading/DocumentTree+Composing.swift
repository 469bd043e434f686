import Yams

extension DocumentTree {
  /// Makes the flat list of a parsed document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - name: the name by which errors call it.
  /// - Throws: an error at an anchor: a repeated value is written out, so that what a reader checks
  ///   is what stands there, and a short text cannot stand for a huge one.
  convenience init(_ root: Node, name: String) throws(KnowledgeError) {
    var composing = TreeComposing(name: name)
    try composing.append(root)
    self.init(name: name, values: composing.values, bytes: composing.bytes)
  }
}

private struct TreeComposing {
  let name: String
  var values: [DocumentTree.Value] = []
  var bytes: [UInt8] = []

  mutating func append(_ node: Node) throws(KnowledgeError) {
    guard node.anchor == nil else {
      throw KnowledgeError(
        .malformed("anchors and aliases are not used here; write the value out"), document: name,
        line: node.mark?.line)
    }
    let line = UInt32(clamping: node.mark?.line ?? 0)
    switch node {
    case .scalar(let scalar): append(scalar, line: line)
    case .sequence(let sequence):
      let place = open()
      for element in sequence { try append(element) }
      close(place, .list, line: line)
    case .mapping(let mapping):
      let place = open()
      for (key, value) in mapping {
        try append(key)
        try append(value)
      }
      close(place, .mapping, line: line)
    case .alias:
      throw KnowledgeError(
        .malformed("anchors and aliases are not used here; write the value out"), document: name,
        line: node.mark?.line)
    }
  }

  private mutating func append(_ scalar: Node.Scalar, line: UInt32) {
    let isPlain = scalar.style == .plain || scalar.style == .any
    let start = UInt32(clamping: bytes.count)
    bytes.append(contentsOf: scalar.string.utf8)
    values.append(
      DocumentTree.Value(
        kind: isPlain ? .plainText : .quotedText, line: line, start: start,
        end: UInt32(clamping: bytes.count)))
  }

  /// Keeps the place of a list or mapping, whose end is known only later.
  private mutating func open() -> Int {
    values.append(DocumentTree.Value(kind: .list, line: 0, start: 0, end: 0))
    return values.count - 1
  }

  private mutating func close(_ place: Int, _ kind: DocumentTree.Kind, line: UInt32) {
    values[place] = DocumentTree.Value(
      kind: kind, line: line, start: 0, end: UInt32(clamping: values.count))
  }
}
