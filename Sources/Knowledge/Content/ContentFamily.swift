/// The documents that stand on one page and that a reviewer signs together.
struct ContentFamily {
  /// The names of its folder and resource, or of one of them, such as `medicines` and `ssri`.
  let path: [String]
  let members: [Member]

  /// A document with what it says about itself.
  struct Member {
    let document: ContentDocument
    let tree: ContentTree
    /// What the comment at the top of the resource says.
    let preface: String
  }

  /// The page's file, such as `medicines-ssri.md`.
  var fileName: String { path.joined(separator: "-") + ".md" }

  /// The page's title in words, such as `Medicines: ssri`.
  var title: String {
    let words = path.joined(separator: ": ").replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The family of every document: documents of many records have a page each, those of one record
  /// share that of their folder.
  ///
  /// - Parameter documents: documents of any kind.
  /// - Returns: the families in the order of their names.
  /// - Throws: an error that names the place when a document cannot be read.
  static func families(of documents: [KnowledgeDocument]) throws(KnowledgeError) -> [ContentFamily]
  {
    var members: [[String]: [Member]] = [:]
    for document in documents.sorted(by: { $0.name < $1.name }) {
      let tree = ContentTree(try document.parsed())
      let member = Member(
        document: try ContentDocument(document, tree: tree), tree: tree, preface: document.preface)
      members[family(of: document.name, tree), default: []].append(member)
    }
    return members.map { ContentFamily(path: $0.key, members: $0.value) }
      .sorted { $0.fileName < $1.fileName }
  }

  private static func family(of name: String, _ tree: ContentTree) -> [String] {
    let stem = name.hasSuffix(".yaml") ? name.dropLast(".yaml".count) : name[...]
    let path = stem.split(separator: "/").map(String.init)
    return tree.lists.isEmpty && path.count > 1 ? Array(path.dropLast()) : path
  }
}

extension KnowledgeDocument {
  /// The comment at the top of the text, which says what was left out and why.
  fileprivate var preface: String {
    var lines: [Substring] = []
    var rest = text[...]
    while rest.hasPrefix("#") {
      let line = rest.prefix { $0 != "\n" }
      lines.append(line.drop { $0 == "#" || $0 == " " })
      rest = rest[line.endIndex...].dropFirst()
    }
    return lines.joined(separator: " ")
  }
}
