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
        (key($0), SHA256.hexadecimal($0.canonicalText))
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
      SHA256.hexadecimal(instrument.canonicalText) != FidelityList.checksums[key(instrument)])
  }

  // Test vectors of FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `the checksum is SHA-256`(_ text: String, _ checksum: String) {
    #expect(SHA256.hexadecimal(text) == checksum)
  }
}
