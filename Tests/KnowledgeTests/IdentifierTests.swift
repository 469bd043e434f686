import Foundation
import Knowledge
import Testing

@Suite struct IdentifierTests {
  @Test func `an identifier is one string in JSON and comes back the same`() throws {
    let ids: [InstrumentID] = ["phq9", "qids-sr16"]
    let json = try JSONEncoder().encode(ids)
    #expect(String(decoding: json, as: UTF8.self) == #"["phq9","qids-sr16"]"#)
    #expect(try JSONDecoder().decode([InstrumentID].self, from: json) == ids)
  }

  @Test func `identifiers sort and print as their text`() {
    let ids: [ItemID] = ["q2", "q1"]
    #expect(ids.sorted().map(\.description) == ["q1", "q2"])
  }
}
