/// A page of clinical content for a reviewer to read and sign, generated from the resources.
public struct ContentPage: Hashable, Sendable {
  /// The page's path in the folder of documentation, such as `clinical-content/contacts.md`.
  public let path: String
  /// The page in Markdown.
  public let text: String

  /// Makes the page of contents and one page for each family of resources.
  ///
  /// Every document is on a page, whatever its kind: there is a plain form for all.
  ///
  /// - Parameters:
  ///   - documents: the documents, with all sources that they cite.
  ///   - rules: the rules of the same documents.
  /// - Returns: the pages, the contents first.
  /// - Throws: an error that names the place when a document cannot be read.
  public static func pages(
    of documents: [KnowledgeDocument], rules: RuleBook
  ) throws(KnowledgeError) -> [ContentPage] {
    let families = try ContentFamily.families(of: documents)
    let sources = try ContentSources(documents)
    let pages = families.map { family in
      ContentPage(
        path: "clinical-content/\(family.fileName)",
        text: FamilyPage(family: family, sources: sources, rules: rules).text)
    }
    return [ContentPage(path: "clinical-content.md", text: ContentIndex(families: families).text)]
      + pages
  }

  /// Makes the pages of what ships, the evidence on memory included and without test cases.
  ///
  /// - Returns: the pages, the contents first.
  /// - Throws: an error that names the place when a resource cannot be read.
  public static func bundled() throws(KnowledgeError) -> [ContentPage] {
    try pages(of: ContentDocument.bundledTexts(), rules: Knowledge.bundled().rules)
  }
}
