import Knowledge
import Testing

/// The negative control on what ships: every single mark of certainty and every list of sources is
/// spoiled in turn, and each time loading must fail.
@Suite struct BundleControlTests {
  @Test func `each certainty that ships is one the loader reads`() throws {
    for document in try citingDocuments() {
      for spoiled in document.spoiling("certainty: ", by: { "U" + $0.dropFirst() }) {
        let error = try #require(failure(with: spoiled))
        #expect(error.problem == .uncertain && error.document == document.name)
      }
    }
  }

  @Test func `each list of sources that ships is one the loader reads`() throws {
    for document in try citingDocuments() {
      for spoiled in document.spoiling("sources: [", by: { "nobody-" + $0 }) {
        let error = try #require(failure(with: spoiled))
        #expect(error.document == document.name)
        guard case .unknownSource = error.problem else {
          Issue.record("the sources are not looked up")
          return
        }
      }
    }
  }

  private func citingDocuments() throws -> [KnowledgeDocument] {
    // Documents of many records are spoiled record by record in RecordControlTests, rules in
    // RuleReadingTests, calendars in CalendarControlTests, tapers in TaperControlTests, windows in
    // WindowsReadingTests.
    let others = [
      "medicines/", "treatments/", "trials/", "staging/", "rules/", "calendars/", "checklists/",
      "tapers/", "windows/",
    ]
    return try Shipped.documents.get().filter { document in
      document.name != "sources.yaml" && !others.contains(where: document.name.hasPrefix)
    }.map { document in
      // The time courses that treatments of the simulation name are not loaded with them here.
      guard document.name.hasPrefix("simulation/") else { return document }
      return KnowledgeDocument(
        name: document.name, text: document.text.replacing(#/\n    kernel: .*/#, with: ""))
    }
  }

  private func failure(with spoiled: KnowledgeDocument) -> KnowledgeError? {
    do {
      _ = try Shipped.loading(spoiled)
      return nil
    } catch { return error as? KnowledgeError }
  }
}

extension KnowledgeDocument {
  /// Copies of the document, in each of which what follows another occurrence of a mark is changed.
  func spoiling(
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
