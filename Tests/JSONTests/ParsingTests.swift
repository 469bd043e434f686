import JSON
import TestKit
import Testing

@Suite struct ParsingTests {
  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .bool(true)), ("false\n", .bool(false)),
    ("[]", .array([])), ("[1,\"a\"]", .array([.number(1), .string("a")])),
    ("{}", .object([:])),
    ("{\"a\":{\"b\":[null]}}", .object(["a": .object(["b": .array([.null])])])),
    (#""\u0041\ud83c\udf0a\n\/""#, .string("A🌊\n/")), (#""\u0000""#, .string("\0")),
  ])
  func `reads what the grammar allows`(text: String, value: JSONValue) throws {
    #expect(try JSONValue(parsing: text) == value)
  }

  @Test(arguments: [
    ("0", 0.0), ("-0", -0.0), ("12", 12), ("-1.5e3", -1500), ("1E+2", 100), ("0.1", 0.1),
    ("1e-400", 0), ("1.7976931348623157e308", .greatestFiniteMagnitude),
    ("123456789012345678901234567890", 123_456_789_012_345_677_877_719_597_056),
  ])
  func `keeps the digits and the value of a number`(text: String, value: Double) throws {
    guard case .number(let number) = try JSONValue(parsing: text) else {
      Issue.record("no number")
      return
    }
    #expect(number.text == text)
    #expect(number.value.bitPattern == value.bitPattern)
  }

  @Test(arguments: [
    ("", "line 1, column 1: the text ends where a value is expected"),
    ("nul", "line 1, column 1: expected a value"),
    ("NaN", "line 1, column 1: expected a value"),
    ("-Infinity", "line 1, column 2: expected a digit"),
    ("01", "line 1, column 1: a number must not begin with 0 and another digit"),
    ("1.", "line 1, column 3: the text ends where a digit is expected"),
    ("+1", "line 1, column 1: expected a value"),
    ("1e999", "line 1, column 1: the number is beyond the range of a double"),
    ("-1e999", "line 1, column 1: the number is beyond the range of a double"),
    ("1 2", "line 1, column 3: expected the end of the text"),
    ("[1,]", "line 1, column 4: expected a value"),
    ("[1 2]", "line 1, column 4: expected a comma or the end of the list"),
    ("[1", "line 1, column 3: the text ends where a comma or the end of the list is expected"),
    ("{\"a\" 1}", "line 1, column 6: expected a colon"),
    ("{a:1}", "line 1, column 2: expected a name in quotation marks"),
    ("{\"a\":1,}", "line 1, column 8: expected a name in quotation marks"),
    ("{\n \"a\":1,\n \"a\":2}", "line 3, column 2: the name \"a\" is there twice"),
    ("\"a\u{1}\"", "line 1, column 3: a control character must be written as an escape"),
    ("\"a", "line 1, column 3: the text ends within quotation marks"),
    (#""\x""#, "line 1, column 2: no such escape"),
    (#""\ud800""#, "line 1, column 2: half of a surrogate pair"),
    (#""\udc00""#, "line 1, column 2: half of a surrogate pair"),
    (#""\ud800\u0041""#, "line 1, column 2: half of a surrogate pair"),
    (#""\u00g0""#, "line 1, column 6: expected four hexadecimal digits"),
  ])
  func `refuses what the grammar forbids and says where`(text: String, message: String) {
    #expect(failure(text) == message)
  }

  @Test func `refuses bytes that are not UTF-8`() {
    let overlong: [UInt8] = [0x22, 0xC0, 0xAF, 0x22]
    #expect(throws: JSONError.self) { try JSONValue(parsing: overlong) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0x5C, 0x6E, 0xFF, 0x22]) }
  }

  @Test func `reads 64 levels and refuses 65`() throws {
    let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    _ = try JSONValue(parsing: deepest)
    #expect(failure("[" + deepest + "]") == "line 1, column 65: nested deeper than 64 levels")
    #expect(failure(String(repeating: "{\"a\":", count: 100_000)) != nil)
  }

  @Test func `reads a text of ten megabytes and an object of many names`() throws {
    let long = String(repeating: "a", count: 10_000_000)
    #expect(try JSONValue(parsing: "\"\(long)\"") == .string(long))
    let members = (0..<20_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    guard case .object(let object) = try JSONValue(parsing: "{\(members)}") else { return }
    #expect(object.members.count == 20_000)
    #expect(failure("{\(members),\"k7\":1}")?.hasSuffix("the name \"k7\" is there twice") == true)
    let digits = String(repeating: "9", count: 100_000)
    #expect(failure(digits) == "line 1, column 1: the number is beyond the range of a double")
  }

  @Test(arguments: UInt64(1)...200)
  func `gives a value or an error for any bytes`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let alphabet = Array(#"{}[]",:\u0dD8e.-+ 19truefalsn"#.utf8) + [0xFF, 0xC3, 0x00, 0x0A]
    for _ in 0..<50 {
      let count = Int.random(in: 0...40, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      guard let value = try? JSONValue(parsing: bytes) else { continue }
      #expect(try JSONValue(parsing: value.bytes()) == value, "seed \(seed)")
    }
  }

  private func failure(_ text: String) -> String? {
    do throws(JSONError) {
      _ = try JSONValue(parsing: text)
      return nil
    } catch {
      return error.description
    }
  }
}
