import Knowledge
import Testing

/// The negative control on what ships: every single mark of certainty and every list of sources is
/// spoiled in turn, and each time loading must fail.
@Suite struct BundleControlTests {
  @Test func `each certainty that ships is one the loader reads`() throws {
    for document in try citingDocuments() {
      for spoiled in document.spoiling("certainty: ", by: { "U" + $0.dropFirst() }) {
        let error = try #require(failure(with: spoiled, in: KnowledgeDocument.bundled()))
        #expect(error.problem == .uncertain && error.document == document.name)
      }
    }
  }

  @Test func `each list of sources that ships is one the loader reads`() throws {
    for document in try citingDocuments() {
      for spoiled in document.spoiling("sources: [", by: { "nobody-" + $0 }) {
        let error = try #require(failure(with: spoiled, in: KnowledgeDocument.bundled()))
        #expect(error.document == document.name)
        guard case .unknownSource = error.problem else {
          Issue.record("the sources are not looked up")
          return
        }
      }
    }
  }

  private func citingDocuments() throws -> [KnowledgeDocument] {
    // The rules have controls of their own in RuleReadingTests: they are too many to load for each.
    try KnowledgeDocument.bundled().filter {
      $0.name != "sources.yaml" && !$0.name.hasPrefix("rules/")
    }
  }

  /// Loads the spoiled document with only what it needs, so that the many loads stay quick.
  private func failure(
    with spoiled: KnowledgeDocument, in shipped: [KnowledgeDocument]
  ) -> KnowledgeError? {
    let isCourse = spoiled.name.hasSuffix("course.yaml")
    let sources = shipped.filter { $0.name == "sources.yaml" } + [Samples.sources]
    let named = shipped.filter {
      ["instruments/phq9.yaml", "instruments/qids-sr16.yaml"].contains($0.name)
    }
    let own = [Samples.instrument, Samples.course]
    let rest = isCourse ? named : spoiled.name.hasPrefix("item-parameters/") ? named + own : own
    do {
      _ = try Knowledge(documents: [spoiled] + sources + rest)
      return nil
    } catch { return error }
  }
}

extension KnowledgeDocument {
  /// Copies of the document, in each of which what follows another occurrence of a mark is changed.
  fileprivate func spoiling(
    _ mark: String, by change: (String) -> String
  ) -> [KnowledgeDocument] {
    let pieces = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    return pieces.indices.dropFirst().map { index in
      var changed = pieces
      changed[index] = change(changed[index])
      return KnowledgeDocument(name: name, text: changed.joined(separator: mark))
    }
  }
}
