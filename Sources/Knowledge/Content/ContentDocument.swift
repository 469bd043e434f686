public import Time

/// What a document says about itself and how well its facts are known, whatever it holds.
public struct ContentDocument: Hashable, Sendable {
  /// The name of its resource, such as `medicines/ssri.yaml`.
  public let name: String
  /// What kind of document it is.
  public let kind: String
  /// The SHA-256 checksum of the resource, which a reviewer signs.
  public let digest: String
  /// How many records it holds.
  public let records: Int
  /// How many groups of facts are marked with each certainty.
  public let groups: [Certainty: Int]
  /// The day on which its sources were last consulted; nil when it makes no claims of its own.
  public let retrieved: Day?
  /// The day by which somebody must look at it again; nil when it makes no claims of its own.
  public let reviewBy: Day?
  /// Where it applies; empty when it makes no claims of its own.
  public let jurisdiction: [String]
  /// Whether a reviewer signed it; nil when it makes no claims of its own.
  public let reviewed: Bool?
}

extension ContentDocument {
  /// Reads what a document says about itself.
  ///
  /// - Parameter document: a document of any kind.
  /// - Throws: an error that names the place when it cannot be read.
  public init(_ document: KnowledgeDocument) throws(KnowledgeError) {
    try self.init(document, tree: ContentTree(document.parsed()))
  }

  init(_ document: KnowledgeDocument, tree: ContentTree) throws(KnowledgeError) {
    let root = tree.root
    name = document.name
    kind = root.value(of: "kind")?.scalar ?? "?"
    digest = document.digest
    records = tree.records.count
    groups = tree.groups
    retrieved = try root.value(of: "retrieved")?.day()
    reviewBy = try root.value(of: "reviewBy")?.day()
    jurisdiction = try root.value(of: "jurisdiction")?.texts() ?? []
    reviewed = try root.value(of: "reviewed")?.flag()
  }
}

extension ContentDocument {
  /// What every resource that ships says about itself.
  ///
  /// - Returns: the documents in the order of their names, without test cases.
  /// - Throws: an error that names the place when a resource cannot be read.
  public static func bundled() throws(KnowledgeError) -> [ContentDocument] {
    var documents: [ContentDocument] = []
    for text in try bundledTexts() { documents.append(try ContentDocument(text)) }
    return documents
  }

  /// All resources that hold clinical content, which test cases of rules do not.
  static func bundledTexts() throws(KnowledgeError) -> [KnowledgeDocument] {
    try KnowledgeDocument.everyResource().filter { !$0.name.hasPrefix("rules/cases/") }
  }
}
