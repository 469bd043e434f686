import JSON
import Knowledge
import PatientRecord
import TestKit
import Testing

@Suite struct EntryEncoderTests {
  @Test(arguments: UInt64(1)...40)
  func `entries of every kind are written as by way of a value`(seed: UInt64) throws {
    var source = RandomEntries(seed: seed)
    let encoder = EntryEncoder()
    var bytes: [UInt8] = []
    for entry in try source.entries(4 * Fact.Kind.allCases.count) {
      let start = bytes.count
      try encoder.encode(entry, to: &bytes)
      let expected = try RecordCodec.json(of: entry).text()
      #expect(String(decoding: bytes[start...], as: UTF8.self) == expected, "seed \(seed)")
    }
  }

  @Test func `an entry of nobody is refused and leaves no bytes`() throws {
    let note = try Fact.note(Note(text: FreeText("x"), audience: .patient))
    var bytes = Array("before".utf8)
    let error = #expect(throws: RecordError.self) {
      try EntryEncoder().encode(Entry.sample(note, patient: ""), to: &bytes)
    }
    #expect(error?.field == "patient")
    #expect(bytes == Array("before".utf8))
  }
}
