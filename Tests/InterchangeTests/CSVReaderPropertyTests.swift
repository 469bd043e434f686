import Interchange
import Testing

@Suite struct CSVReaderPropertyTests {
  @Test(arguments: CSVReaderTests.wellFormed.map(\.text) + CSVReaderTests.malformed.map(\.text))
  func `where the chunks are cut changes nothing`(text: String) {
    let bytes = Array("\u{FEFF}\(text)".utf8)
    let whole = Reading(bytes)
    for size in 1...bytes.count {
      #expect(Reading(bytes, chunk: size) == whole, "chunks of \(size)")
    }
  }

  @Test(arguments: [
    "a,b\n\"123456789\0\",2\n", "a,b\n1234567,123456789\n", "a,b\n\"1\r\n\0\r\n\",2\n3,4\n",
  ])
  func `where the chunks are cut does not change the reason either`(text: String) {
    let limits = CSVLimits(fieldBytes: 8, rowBytes: 10)
    let bytes = Array(text.utf8)
    let whole = Reading(bytes, limits: limits)
    #expect(whole.problems.count == 1)
    for size in 1...bytes.count {
      #expect(Reading(bytes, chunk: size, limits: limits) == whole, "chunks of \(size)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `what is written by the rules is read back`(seed: UInt64) {
    var dice = Dice(state: seed)
    let width = Int.random(in: 2...6, using: &dice)
    let header = (0..<width).map { "column \($0)" }
    let rows = (0..<Int.random(in: 0...30, using: &dice)).map { _ in
      (0..<width).map { _ in Self.field(&dice) }
    }
    let lineBreak = ["\n", "\r\n", "\r"].randomElement(using: &dice) ?? "\n"
    let text = ([header] + rows).map { row in
      row.map { Self.quoted($0, &dice) }.joined(separator: ",")
    }.joined(separator: lineBreak)
    let reading = Reading(Array(text.utf8), chunk: Int.random(in: 1...40, using: &dice))
    #expect(reading.failure == nil)
    #expect(reading.problems == [])
    #expect(reading.fields == rows)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `random bytes never trap and every row has the header's width`(seed: UInt64) {
    var dice = Dice(state: seed &+ 1_000_000)
    let alphabet = Array("ab1,;\t\"\"\n\r\n,".utf8) + [0, 0xC3, 0xA9, 0xFF, 0xEF, 0xBB, 0xBF]
    let bytes = (0..<Int.random(in: 0...200, using: &dice)).map { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &dice)]
    }
    let whole = Reading(bytes)
    #expect(whole.rows.allSatisfy { $0.fields.count == whole.header.count })
    #expect(Reading(bytes, chunk: Int.random(in: 1...9, using: &dice)) == whole)
  }

  private static func field(_ dice: inout Dice) -> String {
    let alphabet = Array("ab é\"\n\r,;\t日0")
    return String(
      (0..<Int.random(in: 0...8, using: &dice)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &dice)]
      })
  }

  private static func quoted(_ field: String, _ dice: inout Dice) -> String {
    let mustQuote = field.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    guard mustQuote || Bool.random(using: &dice) else { return field }
    return "\"\(field.replacing("\"", with: "\"\""))\""
  }
}
