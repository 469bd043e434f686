import Knowledge
import Testing

@Suite struct MalformedDocumentTests {
  private func error(of text: String) -> KnowledgeError? {
    #expect(throws: KnowledgeError.self) {
      try Knowledge(documents: [KnowledgeDocument(name: "bad.yaml", text: text)])
    }
  }

  @Test(arguments: [
    ("kind: [instrument", 2), ("kind: instrument\nid: 'open", 3), ("kind: a\n\tid: b", 2),
    ("kind: instrument\nid: *nowhere", 2), ("kind: a\nkind: b", 1), ("a: b: c", 1),
    ("%YAML 9.9\n---\n", 1),
  ])
  func `text that is not YAML is refused with its line`(_ text: String, _ line: Int) {
    let error = error(of: text)
    #expect(error?.document == "bad.yaml")
    #expect(error.map { abs(($0.line ?? 99) - line) <= 1 } == true)
  }

  @Test(arguments: [
    "", " ", "\n\n", "# only a comment", "just words", "- a\n- list", "kind:", "kind: poem",
    "id: x",
    "kind: {a: b}", "{}", "[]", "null", "? [a, b]\n: c", "kind: instrument", "kind: course",
    "kind: contacts", "kind: sources", "kind: site", "\u{0}", "a\u{0}b: c", "\u{feff}kind: x",
    "kind: instrument\n---\nkind: instrument", "!!binary x", "<<: 3", "&a kind: *a",
  ])
  func `any text ends in a typed error and never a trap`(_ text: String) {
    #expect(error(of: text)?.description.isEmpty == false)
  }

  @Test(arguments: ["[", "{a: ", "- ", "&a [", "'", "? "])
  func `deep nesting ends in a typed error`(_ piece: String) {
    #expect(error(of: String(repeating: piece, count: 20_000)) != nil)
  }

  /// Mutates a good document at random places from a fixed generator.
  @Test func `a damaged document loads or ends in a typed error`() throws {
    var generator = Congruential(state: 7)
    let bytes = Array(Samples.instrument.text.utf8)
    let alphabet = Array("[]{}:,-#&*!|>'\"%@`0aU \n\t\u{e9}".utf8)
    for _ in 0..<500 {
      var damaged = bytes
      for _ in 0...generator.next(below: 3) {
        damaged[generator.next(below: damaged.count)] =
          alphabet[generator.next(below: alphabet.count)]
      }
      let document = KnowledgeDocument(name: "d", text: String(decoding: damaged, as: UTF8.self))
      do {
        _ = try Knowledge(documents: [Samples.sources, Samples.course, document])
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }
}
