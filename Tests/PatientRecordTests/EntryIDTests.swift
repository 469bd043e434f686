import PatientRecord
import TestKit
import Testing
import Time

@Suite struct EntryIDTests {
  // The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22.000Z.
  private let example = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"

  @Test func `reads and writes the example of RFC 9562`() throws {
    let id = try #require(EntryID(example))
    #expect(id.description == example)
    #expect(id.instant == Instant("2022-02-22T19:22:22.000Z"))
    #expect(EntryID(example.uppercased()) == id)
    #expect(EntryID(bytes: id.bytes) == id)
  }

  @Test(arguments: [
    "", "017f22e2-79b0-4cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
    "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
    "017f22e2-79b0-7cc3-98c4-dc0c0c07398ff", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
    "017f22e2-79b0-7cc3-98c4_dc0c0c07398f",
  ])
  func `refuses other texts and other versions`(text: String) {
    #expect(EntryID(text) == nil)
  }

  @Test func `orders by the moment it was made`() {
    var random = SeededRandom(seed: 1)
    let ids = (0..<200).map {
      EntryID(at: Instant(milliseconds: Int64($0) * 10), using: &random)
    }
    #expect(ids.sorted() == ids)
    #expect(ids.map(\.description).sorted() == ids.map(\.description))
    #expect(ids.allSatisfy { EntryID($0.description) == $0 })
  }

  @Test func `refuses other numbers of bytes`() {
    #expect(EntryID(bytes: []) == nil)
    #expect(EntryID(bytes: Array(repeating: 0xFF, count: 17)) == nil)
  }
}
