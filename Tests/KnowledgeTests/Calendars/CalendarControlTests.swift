import Knowledge
import Testing

/// The negative control on calendars and checklists: every mark of certainty and every list of sources
/// is spoiled in turn, and each time loading must fail.
///
/// What begins a calendar and what shows that something was done are replaced by the plainest there are,
/// so that no medicine has to be loaded and the many loads stay quick.
@Suite struct CalendarControlTests {
  private let documents: [KnowledgeDocument]

  init() throws {
    documents = try Shipped.documents.get().filter {
      $0.name.hasPrefix("calendars/") || $0.name.hasPrefix("checklists/")
    }.map { document in
      let text = document.text
        .replacing(#/starts: \{[^}]*\}/#, with: "starts: { courseKinds: [ect] }")
        .replacing(#/doneBy: \{[^}]*\}/#, with: "doneBy: { words: [something] }")
        .replacing(#/(event: [a-zA-Z]+), [^}]*, on: start \}/#) {
          "\($0.1), courseKinds: [ect], on: start }"
        }
        .replacing(#/(event: [a-zA-Z]+), medicine[^}]*, on/#) { "\($0.1), courseKinds: [ect], on" }
        .replacing("insteadOf: ada-apa-2004", with: "standsAlone: A test.")
      return KnowledgeDocument(name: document.name, text: text)
    }
  }

  private func failure(with spoiled: KnowledgeDocument) -> KnowledgeError? {
    // Calendars name statements and checklists, and nothing else of these documents.
    let named =
      spoiled.name.hasPrefix("calendars/")
      ? ["calendars/terms.yaml", "checklists/sessions.yaml"] : []
    let all = documents.filter { named.contains($0.name) && $0.name != spoiled.name } + [spoiled]
    do {
      _ = try Knowledge(
        documents: all + [Samples.course, Samples.instrument, Samples.sources(citedIn: all)])
      return nil
    } catch { return error }
  }

  @Test func `the documents load as they are`() throws {
    #expect(documents.count == 7)
    for document in documents { #expect(failure(with: document) == nil, "\(document.name)") }
  }

  @Test func `each certainty and each list of sources is one the loader reads`() {
    var marks = 0
    for document in documents {
      for spoiled in document.spoiling("certainty: ", by: { "U" + $0.dropFirst() }) {
        #expect(failure(with: spoiled)?.problem == .uncertain, "\(spoiled.name)")
        marks += 1
      }
      for spoiled in document.spoiling("sources: [", by: { "nobody-" + $0 }) {
        guard case .unknownSource = failure(with: spoiled)?.problem else {
          Issue.record("the sources are not looked up: \(spoiled.name)")
          continue
        }
      }
    }
    #expect(marks > 25)
  }
}
