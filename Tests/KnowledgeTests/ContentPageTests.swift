import Foundation
import Knowledge
import TestKit
import Testing
import Time
import Yams

/// The pages of clinical content hold all that the resources hold, and are those in docs/.
@Suite struct ContentPageTests {
  private let pages: [ContentPage]

  init() throws { pages = try Pages.made.get() }

  /// The pages and what stands on them under the name of each resource, made once for all tests.
  private enum Pages {
    static let made = Result { try ContentPage.bundled() }
    static let sections: [String: String] = {
      let pages = (try? made.get()) ?? []
      let parts = pages.flatMap { $0.text.split(separator: "\n## `").dropFirst() }
      let pairs = parts.map { (String($0.prefix { $0 != "`" }), String($0)) }
      return Dictionary(pairs) { first, _ in first }
    }()
  }

  @Test func `the pages in docs are those of the resources`() throws {
    let folder = SharedData.checkout.appending(path: "docs")
    let stale = pages.filter { page in
      (try? String(contentsOf: folder.appending(path: page.path), encoding: .utf8)) != page.text
    }
    #expect(stale.map { $0.path } == [], "run `anamnesis knowledge docs` in the checkout")
    let found = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "clinical-content").path)
    let expected = pages.map { String($0.path.dropFirst("clinical-content/".count)) }.dropFirst()
    #expect(found.sorted() == expected.sorted())
  }

  @Test func `every resource in the source folder is on a page`() throws {
    let folder = SharedData.checkout.appending(path: "Sources/Knowledge/Resources").path
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("rules/cases/") }
    try #require(!names.isEmpty)
    for name in names {
      #expect(pages.contains { $0.text.contains("## `\(name)`\n") }, "\(name) is on no page")
    }
  }

  @Test func `every value of every resource stands on its page`() throws {
    for document in try Shipped.documents.get() where !document.name.hasPrefix("rules/") {
      let section = try #require(self.section(of: document.name))
      let missing = scalars(of: document).filter { !section.contains(Self.escaped($0)) }
      #expect(missing == [], "\(document.name)")
    }
  }

  @Test func `every rule stands on its page with its words, its numbers and its sources`() throws {
    let knowledge = try Shipped.knowledge.get()
    let parts = Pages.sections.values.flatMap { $0.split(separator: "\n### ").dropFirst() }
    let sections = Dictionary(parts.map { ($0.prefix { $0 != " " }, $0) }) { first, _ in first }
    for rule in knowledge.rules.rules {
      let own = try #require(sections[rule.id[...]])
      let words =
        [rule.title, rule.advice.text, rule.rationale, rule.level.rawValue, rule.version]
        + rule.advice.options + rule.overrideReasons + rule.jurisdiction + rule.cautions
        + [rule.reviewBy.description, rule.evidence.certainty.legend, rule.strength.words]
        + rule.evidence.sources.map { $0.id.rawValue } + rule.advice.about
      #expect(words.filter { !own.contains(Self.escaped($0)) } == [], "\(rule.id)")
      for part in tests(in: rule.condition) {
        let sentence = part.words(knowledge.rules.definitions)
        #expect(own.contains(Self.escaped(sentence)), "\(rule.id): \(sentence)")
      }
    }
  }

  @Test func `what is generally known says that it was not yet second-read`() throws {
    let text = pages.dropFirst().map { $0.text }.joined()
    #expect(text.contains("K, not yet second-read"))
    #expect(!text.contains("| K |") && !text.contains("uncertain |"))
  }

  @Test func `each page has a line to sign for each of its resources and names sources in full`()
    throws
  {
    let knowledge = try Shipped.knowledge.get()
    for document in try Shipped.documents.get() {
      let page = try #require(pages.first { $0.text.contains("## `\(document.name)`\n") })
      #expect(page.text.contains("| `\(document.name)` | `\(document.digest.prefix(16))` |  |"))
    }
    let page = try #require(pages.first { $0.path.hasSuffix("medicines-ssri.md") })
    let source = try #require(knowledge.sources["medicine-labels"])
    #expect(page.text.contains("| medicine-labels | \(Self.escaped(source.citation))"))
  }

  /// The negative control: a kind of document that nobody wrote a page for is shown whole.
  @Test func `a document of many unlike records is shown whole`() throws {
    let own = KnowledgeDocument(
      name: "medicines/novel.yaml",
      text: """
        # A preface that says why.
        kind: medicines
        certainty: K
        sources: [seen]
        things:
          - { id: one, doubleWord: "1 | 2", deep: { certainty: S, sources: [seen], number: 17 } }
          - { id: two, list: [[3, 4], [5]], nothing: ~ }
        """)
    let made = try ContentPage.pages(
      of: [Samples.sources, own], rules: Shipped.knowledge.get().rules)
    let page = try #require(made.first { $0.path == "clinical-content/medicines-novel.md" })
    for words in [
      "A preface that says why.", "double word: 1 \\| 2", "**deep**<br>number: 17",
      "S, read in a source", "3, 4; 5", "nothing: not stated", "A paper that was read.",
    ] {
      #expect(page.text.contains(words), "\(words)")
    }
  }

  private func section(of name: String) -> String? { Pages.sections[name] }

  private func tests(in condition: Condition) -> [Condition] {
    switch condition {
    case .all(let parts), .any(let parts): parts.flatMap(tests)
    case .not(let part): tests(in: part)
    case .fact: [condition]
    }
  }

  /// All values of a document but the lists of sources, which stand at the end of the page.
  private func scalars(of document: KnowledgeDocument) -> [String] {
    let skipped = ["kind", "schemaVersion", "certainty", "reviewed"]
    func walk(_ node: Node) -> [String] {
      switch node {
      case .scalar(let scalar): ["~", "null", ""].contains(scalar.string) ? [] : [scalar.string]
      case .sequence(let sequence): sequence.flatMap(walk)
      case .mapping(let mapping):
        mapping.flatMap { key, value in
          skipped.contains(key.scalar?.string ?? "") ? [] : walk(value)
        }
      case .alias: []
      }
    }
    return ((try? Yams.compose(yaml: document.text, .basic)) ?? nil).map(walk) ?? []
  }

  private static func escaped(_ text: String) -> String {
    guard text.contains(where: "|*<>[]\\`\n".contains) else { return text }
    var escaped = ""
    for character in text {
      if "|*<>[]\\`".contains(character) { escaped += "\\" }
      escaped.append(character == "\n" ? " " : character)
    }
    return escaped
  }
}
