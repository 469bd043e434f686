import Knowledge
import Testing

/// A site's own licensed text, held against the shape that ships.
@Suite struct WordingPackTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  // Wording of our own: a site's text never enters the repository.
  private let pack = KnowledgeDocument(
    name: "packs/wsas.yaml",
    text: """
      kind: wording
      schemaVersion: 1
      instrument: wsas
      licence: { reference: letter 12, attestedBy: Dr A. Example, on: 2026-03-01 }
      wording:
        language: de
        stem: "Our stem"
        items:
          - { id: q1, text: "One" }
          - { id: q2, text: "Two" }
          - { id: q3, text: "Three" }
          - { id: q4, text: "Four" }
          - { id: q5, text: "Five" }
        options:
          - { value: 0, label: "0" }
          - { value: 1, label: "1" }
          - { value: 2, label: "2" }
          - { value: 3, label: "3" }
          - { value: 4, label: "4" }
          - { value: 5, label: "5" }
          - { value: 6, label: "6" }
          - { value: 7, label: "7" }
          - { value: 8, label: "8" }
      """)

  private func adding(_ document: KnowledgeDocument) throws -> Knowledge {
    try knowledge.adding([WordingPack(document: document)])
  }

  @Test func `a pack that fits adds wording and changes no score`() throws {
    let enabled = try adding(pack).instrument("wsas")
    let shipped = try knowledge.instrument("wsas")
    #expect(enabled.kind == .items && enabled.language == "de" && enabled.items.count == 5)
    #expect(enabled.scoring == shipped.scoring && enabled.bands == shipped.bands)
    let answers: [ItemID: Int] = ["q1": 8, "q2": 0, "q3": 3, "q4": 3, "q5": 1]
    #expect(try enabled.score(answers).value == 15)
    #expect(try enabled.score(answers) == shipped.score(answers))
    #expect(shipped.kind == .scoreOnly)
  }

  @Test(arguments: [
    ("instrument: wsas", "instrument: nothing"), ("instrument: wsas", "instrument: phq9"),
    ("instrument: wsas", "instrument: psqi"), ("instrument: wsas", "instrument: isi"),
    ("id: q2", "id: q6"), ("- { id: q5, text: \"Five\" }\n", ""),
    ("- { value: 8, label: \"8\" }", "- { value: 9, label: \"8\" }"),
    ("{ reference: letter 12, attestedBy: Dr A. Example, on: 2026-03-01 }", "null"),
    ("text: \"Two\"", "text: \" \""), ("text: \"Two\"", "text: \"Two\", code: 1-1"),
    ("language: de", "langauge: de"), ("reference: letter 12, ", ""),
    ("schemaVersion: 1", "schemaVersion: 2"), ("kind: wording", "kind: site"),
  ])
  func `a pack that does not fit is refused by name`(_ old: String, _ new: String) throws {
    let changed = pack.replacing(old, with: new)
    #expect(changed != pack)
    let error = #expect(throws: KnowledgeError.self) { try adding(changed) }
    #expect(error?.document == "packs/wsas.yaml")
  }

  @Test func `the same pack twice is refused`() throws {
    let read = try WordingPack(document: pack)
    #expect(throws: KnowledgeError.self) { try knowledge.adding([read, read]) }
  }

  @Test func `items may have answers of their own`() throws {
    let document = KnowledgeDocument(
      name: "packs/audit.yaml",
      text: """
        kind: wording
        schemaVersion: 1
        instrument: cgi-s
        wording:
          language: en
          items:
            - id: q1
              text: "Ours"
              options: [{ value: 1, label: a }, { value: 2, label: b }, { value: 3, label: c },
                { value: 4, label: d }, { value: 5, label: e }, { value: 6, label: f },
                { value: 7, label: g }]
        """)
    // Class A needs no attestation.
    let instrument = try adding(document).instrument("cgi-s")
    #expect(instrument.items.first?.options.count == 7 && instrument.options.isEmpty)
    #expect(try instrument.score(["q1": 4]).value == 4)
  }

  @Test func `a pack is never loaded as if it shipped`() {
    #expect(throws: KnowledgeError.self) { try Shipped.loading(pack) }
    for document in (try? Shipped.documents.get()) ?? [] {
      #expect(!document.text.hasPrefix("kind: wording"))
    }
  }

  @Test func `wording in a resource is refused when the licence keeps it back`() throws {
    for wrong in ["B", "C"] {
      let error = #expect(throws: KnowledgeError.self) {
        try Knowledge(
          documents: Samples.documents(replacing: "class: A", with: "class: \(wrong)"))
      }
      #expect(error?.field == "wording")
    }
    #expect(throws: Never.self) {
      try Knowledge(documents: Samples.documents(replacing: "class: A", with: "class: A*"))
    }
  }

  @Test func `what may not ship needs the site's word`() {
    for instrument in knowledge.instruments.values {
      let isKeptBack = [.conditional, .restricted].contains(instrument.licence.licenceClass)
      #expect(instrument.licence.needsAttestation == isKeptBack)
      #expect(!isKeptBack || instrument.kind == .scoreOnly)
    }
  }
}
