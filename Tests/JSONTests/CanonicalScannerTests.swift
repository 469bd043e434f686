import JSON
import TestKit
import Testing

/// What the quick reader takes, the strict one takes, and as the same.
@Suite struct CanonicalScannerTests {
  private func scanner(_ text: String) -> CanonicalScanner {
    let bytes = Array(text.utf8)
    return CanonicalScanner(bytes, in: bytes.indices)
  }

  private func strict(_ text: String) -> Double? {
    guard case .number(let number)? = try? JSONValue(parsing: text) else { return nil }
    return number.value
  }

  @Test(arguments: UInt64(1)...20)
  func `a number is the double that the strict reader finds`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<500 {
      let bits = Double(bitPattern: random.next())
      let near = Double.random(in: -1000...1000, using: &random)
      let short = (near * 100).rounded() / 100
      for value in [bits, near, short, near.rounded()] where value.isFinite {
        let text = try #require(JSONValue.number(value)).text()
        var scanner = scanner(text)
        let found = scanner.number()
        if scanner.isAtEnd { #expect(found?.bitPattern == strict(text)?.bitPattern, "\(text)") }
        #expect(scanner.isAtEnd || text.contains("e"), "\(text)")
      }
    }
  }

  @Test(arguments: [
    "0", "-0", "1", "-7", "10", "0.5", "-0.25", "123456789012345", "1234567890123456",
    "9007199254740993", "0.1234567890123456789", "999999999999999.9", "100.000",
  ])
  func `a number at an edge is read as it stands`(text: String) {
    var scanner = scanner(text)
    let got10 = scanner.number()
    #expect(got10?.bitPattern == strict(text)?.bitPattern)
    #expect(scanner.isAtEnd)
  }

  @Test(arguments: ["", "-", "01", "-01", ".5", "1.", "+1", "x", "1.x", "\"1\"", " 1"])
  func `what is no number is left to the strict reader`(text: String) {
    var scanner = scanner(text)
    let got11 = scanner.number()
    #expect(got11 == nil)
  }

  @Test func `a text is taken when it needs no escape`() {
    for text in ["", "mood", "größer", "日記", "e\u{301}"] {
      var scanner = scanner("\"\(text)\",")
      let got12 = scanner.string()
      #expect(got12 == text)
      let took1 = scanner.take(",")
      #expect(took1)
      #expect(scanner.isAtEnd)
    }
    for text in [#""a\n""#, #""\u0041""#, "\"a\tb\"", "\"open", "mood", "", "\""] {
      var scanner = scanner(text)
      let got13 = scanner.string()
      #expect(got13 == nil, "\(text)")
    }
    let halved = [0x22, 0xC3, 0x22].map(UInt8.init)
    var scanner = CanonicalScanner(halved, in: halved.indices)
    let got14 = scanner.string()
    #expect(got14 == nil)
  }

  @Test func `a known text is taken only when it is the same, byte for byte`() {
    var scanner = scanner(#""person-1","person-2""#)
    let took2 = scanner.take(string: "person")
    #expect(!took2)
    let took3 = scanner.take(string: "person-10")
    #expect(!took3)
    let took4 = scanner.take(string: "person-1")
    #expect(took4)
    let took5 = scanner.take(",")
    #expect(took5)
    let took6 = scanner.take(string: "person-1")
    #expect(!took6)
    let took7 = scanner.take(string: "person-2")
    #expect(took7)
    let took8 = scanner.take(string: "more")
    #expect(!took8)
    var quoted = self.scanner(#""a"b""#)
    let took9 = quoted.take(string: #"a"b"#)
    #expect(!took9)
  }

  @Test func `a range outside the bytes is cut to them`() {
    var scanner = CanonicalScanner([0x31, 0x32], in: -5..<99)
    let got15 = scanner.digits(3)
    #expect(got15 == nil)
    let got16 = scanner.digits(2)
    #expect(got16 == 12)
    scanner.skip(7)
    scanner.skip(-1)
    #expect(scanner.isAtEnd)
    #expect(scanner.text(from: 99).isEmpty)
    let got17 = scanner.hexadecimal(1)
    #expect(got17 == nil)
    let got18 = scanner.integer()
    #expect(got18 == nil)
  }

  @Test func `a text within others counts their levels`() {
    let bytes =
      Array(String(repeating: "[", count: 63).utf8) + Array(String(repeating: "]", count: 63).utf8)
    #expect(throws: Never.self) { try JSONValue(parsing: bytes, in: bytes.indices, depth: 1) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: bytes, in: bytes.indices, depth: 2) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: bytes, in: bytes.indices, depth: 99) }
  }
}
