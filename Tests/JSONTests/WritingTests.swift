import JSON
import TestKit
import Testing

@Suite struct WritingTests {
  @Test func `writes on one line or indented`() throws {
    let value = JSONValue.object(["a": .array([.number(1), .null]), "b": .object([:])])
    #expect(value.text() == #"{"a":[1,null],"b":{}}"#)
    #expect(
      value.text(.pretty) == """
        {
          "a": [
            1,
            null
          ],
          "b": {}
        }
        """)
  }

  @Test func `escapes what must be escaped and nothing else`() {
    let text = "\"\\/\u{8}\u{9}\n\u{C}\r\u{1F}\u{7F}é🌊"
    #expect(JSONValue.string(text).text() == #""\"\\/\b\t\n\f\r\u001f\u007fé🌊""#)
  }

  @Test(arguments: [
    (1.0, "1"), (-0.0, "-0"), (0.1, "0.1"), (1e16, "1e+16"), (100_000, "100000"), (1e-7, "1e-07"),
  ])
  func `writes a double with the fewest digits`(value: Double, text: String) {
    #expect(JSONNumber(value)?.text == text)
  }

  @Test func `has no number for infinities and not-a-number`() {
    #expect(JSONValue.number(Double.infinity) == nil)
    #expect(JSONNumber(.nan) == nil)
  }

  @Test(arguments: UInt64(1)...20)
  func `doubles come back to the bit`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<500 {
      let value = Double(bitPattern: random.next())
      guard let number = JSONNumber(value) else { continue }
      guard case .number(let read) = try JSONValue(parsing: number.text) else { return }
      #expect(read.value.bitPattern == value.bitPattern, "seed \(seed)")
    }
  }
}
