import Testing

@testable import Knowledge

/// A short text must not stand for a huge one.
@Suite struct AnchorTests {
  @Test(arguments: [
    "a: &x word\nb: *x", "a: &x [1, 2]\nb: *x", "a: &x { c: 1 }\nb: *x", "a: &x [1]", "&x a: 1",
  ])
  func `anchors are refused, on words, lists and mappings`(text: String) {
    let error = #expect(throws: KnowledgeError.self) {
      try KnowledgeDocument(name: "d", text: text).parsed()
    }
    #expect(error?.description.contains("anchors and aliases are not used here") == true)
  }

  @Test func `a text that would grow to a billion values is refused at once`() {
    let rows = (1...9).map {
      "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 10).joined(separator: ", "))]"
    }
    let text = (["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"] + rows).joined(separator: "\n")
    #expect(throws: KnowledgeError.self) { try KnowledgeDocument(name: "d", text: text).parsed() }
  }
}
