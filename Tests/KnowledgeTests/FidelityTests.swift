import Knowledge
import Testing

/// Nobody changes a word, an option or a number of an instrument unnoticed.
@Suite struct FidelityTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  private func key(_ instrument: Instrument) -> String {
    "\(instrument.id) \(instrument.language ?? "-")"
  }

  @Test func `every instrument that ships has the checksum of the list`() {
    let found = Dictionary(
      uniqueKeysWithValues: knowledge.instruments.values.map {
        (key($0), checksum($0.canonicalText))
      })
    for (key, checksum) in found where FidelityList.checksums[key] != checksum {
      Issue.record("\(key) is not what the list says")
    }
    #expect(Set(found.keys) == Set(FidelityList.checksums.keys))
  }

  @Test(arguments: [
    ("phq9", "Feeling down, depressed", "Feeling down depressed"),
    ("phq9", "id: q1, code", "id: q10, code"), ("phq9", "label: Several days", "label: Some days"),
    ("phq9", "[15, 19]", "[15, 20]"), ("phq9", "atLeast: 1 }\n", "atLeast: 2 }\n"),
    ("phq9", "maximumMissing: 2", "maximumMissing: 1"),
    ("promis-depression-8a", "38.2, 5.7", "38.2, 5.8"), ("qids-sr16", "[q8, q9]]", "[q6, q8]]"),
    ("csq8", "[q2, q4, q5, q8]", "[q2, q4, q5, q7]"), ("who5", "multiply: 4", "multiply: 4.1"),
    ("cssrs-screener", "[q4, q5, q6recent]", "[q5, q6recent]"),
    ("hdrs17", "score: 7", "score: 8"),
  ])
  func `one change in a resource changes its checksum`(
    _ id: String, _ old: String, _ new: String
  ) throws {
    let name = "instruments/\(id).yaml"
    let document = try #require(try Shipped.documents.get().first { $0.name == name })
    let changed = document.replacing(old, with: new)
    #expect(changed != document, "the resource does not hold the text to change")
    guard let knowledge = try? Shipped.loading(changed) else { return }
    let instrument = try knowledge.instrument(InstrumentID(rawValue: id))
    #expect(
      checksum(instrument.canonicalText) != FidelityList.checksums[key(instrument)])
  }

  private func checksum(_ text: String) -> String {
    KnowledgeDocument(name: "canonical text", text: text).digest
  }
}
