import Interchange
import Testing

@Suite struct CSVReaderTests {
  static let wellFormed: [(text: String, rows: [[String]])] = [
    ("a,b\n1,2\n", [["1", "2"]]),
    ("a,b\n1,2", [["1", "2"]]),
    ("a,b\r\n1,2\r\n3,4\r\n", [["1", "2"], ["3", "4"]]),
    ("a,b\r1,2\r3,4", [["1", "2"], ["3", "4"]]),
    ("a,b\n\"1\",\"2\"\n", [["1", "2"]]),
    ("a,b\n\"x,y\",2\n", [["x,y", "2"]]),
    ("a,b\n\"x\ny\",2\n", [["x\ny", "2"]]),
    ("a,b\n\"x\r\ny\",2\n", [["x\r\ny", "2"]]),
    ("a,b\n\"he said \"\"hi\"\"\",2\n", [["he said \"hi\"", "2"]]),
    ("a,b\n\"\"\"\"\"\",\"\"\n", [["\"\"", ""]]),
    ("a,b\n,\n", [["", ""]]),
    ("a,b\n1,", [["1", ""]]),
    ("a,b\n\n1,2\n\n\n3,4\n\n", [["1", "2"], ["3", "4"]]),
    ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
    ("\u{FEFF}\"a\",b\n1,2\n", [["1", "2"]]),
    ("a,b\n ä , 日本 \n", [[" ä ", " 日本 "]]),
    ("a,b\n\"1\",2\r\n\"3\",4", [["1", "2"], ["3", "4"]]),
    ("a,b\n", []),
    ("a,b", []),
  ]

  @Test(arguments: wellFormed)
  func `RFC 4180 and its common dialects are read`(text: String, rows: [[String]]) {
    let reading = Reading(text)
    #expect(reading.header == ["a", "b"])
    #expect(reading.fields == rows)
    #expect(reading.problems == [])
    #expect(reading.failure == nil)
  }

  static let malformed: [(text: String, problems: [String], rows: [[String]])] = [
    (
      "a,b\n1\n2,3\n",
      [
        "line 2: the row has 1 field and the header 2; "
          + "write one field for each column, empty where there is no value"
      ], [["2", "3"]]
    ),
    (
      "a,b\n1,2,3\n4,5\n",
      [
        "line 2: the row has 3 fields and the header 2; "
          + "write one field for each column, empty where there is no value"
      ], [["4", "5"]]
    ),
    (
      "a,b\n\"1\"x,2\n\"3\n\",4\n5,6\n",
      [
        "line 2: text follows the closing quotation mark of a field; "
          + "write a quotation mark inside a field twice"
      ], [["3\n", "4"], ["5", "6"]]
    ),
    (
      "a,b\n5\" nails,2\n3,4\n",
      [
        "line 2: a quotation mark stands inside a field that does not begin with one; "
          + "put the whole field in quotation marks and write those inside it twice"
      ], [["3", "4"]]
    ),
    (
      "a,b\n1,2\n3,\"4\n5,6\n",
      [
        "line 3: a quotation mark opens and never closes, "
          + "so nothing is read from here to the end; close the quotation mark"
      ], [["1", "2"]]
    ),
    (
      "a,b\n1,\0\n3,4\n",
      ["line 2: the row holds a NUL byte; save the file as UTF-8 text"], [["3", "4"]]
    ),
    (
      "a,b\n1,\"\0\"\n3,4\n",
      ["line 2: the row holds a NUL byte; save the file as UTF-8 text"], [["3", "4"]]
    ),
  ]

  @Test(arguments: malformed)
  func `a bad row is listed and the rest is read`(
    text: String, problems: [String], rows: [[String]]
  ) {
    let reading = Reading(text)
    #expect(reading.problems == problems)
    #expect(reading.fields == rows)
    #expect(reading.failure == nil)
  }

  @Test(arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF5, 0x80, 0x80, 0x80]])
  func `bytes that are not UTF-8 spoil their row alone`(bytes: [UInt8]) {
    let reading = Reading(Array("a,b\n1,".utf8) + bytes + Array("\n3,4\n".utf8))
    #expect(
      reading.problems == [
        "line 2: the row holds bytes that are not UTF-8; save the file as UTF-8 text"
      ])
    #expect(reading.fields == [["3", "4"]])
  }

  @Test func `a character cut in two by a separator is not UTF-8`() {
    let reading = Reading(Array("a,b\n".utf8) + [0xC3, 0x2C, 0xA9, 0x0A])
    #expect(reading.problems.count == 1)
    #expect(reading.rows == [])
  }

  static let unusable: [(bytes: [UInt8], message: String)] = [
    ([], "line 1: the file is empty; give a file whose first line names the columns"),
    (
      [0xEF, 0xBB, 0xBF],
      "line 1: the file is empty; give a file whose first line names the columns"
    ),
    (
      Array("\n\r\n\r".utf8),
      "line 1: the file is empty; give a file whose first line names the columns"
    ),
    (
      Array("day;mood\n1;2\n".utf8),
      "line 1: the header is one column, but semicolons stand in it; "
        + "set separator: semicolon in the mapping, or --separator semicolon"
    ),
    (
      Array("day\tmood\n1\t2\n".utf8),
      "line 1: the header is one column, but tabs stand in it; "
        + "set separator: tab in the mapping, or --separator tab"
    ),
    (
      [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00],
      "line 1: the row holds a NUL byte; save the file as UTF-8 text"
    ),
    (
      Array("a,\"b\n1,2\n".utf8),
      "line 1: a quotation mark opens and never closes, "
        + "so nothing is read from here to the end; close the quotation mark"
    ),
  ]

  @Test(arguments: unusable)
  func `a file without a header is refused with a cure`(bytes: [UInt8], message: String) {
    let reading = Reading(bytes)
    #expect(reading.failure == message)
    #expect(reading.rows == [])
  }

  @Test func `a comma in a file said to be separated by tabs is named`() {
    #expect(
      Reading("day,mood\n1,2\n", separator: .tab).failure
        == "line 1: the header is one column, but commas stand in it; "
        + "set separator: comma in the mapping, or --separator comma")
  }

  @Test func `a quoted name may hold another separator`() {
    #expect(Reading("\"mood; evening\"\n3\n").fields == [["3"]])
  }

  @Test(arguments: Separator.allCases)
  func `each separator separates`(separator: Separator) {
    let mark = String(decoding: [separator.byte], as: UTF8.self)
    #expect(Reading("a\(mark)b\n1\(mark)2", separator: separator).fields == [["1", "2"]])
  }

  @Test func `lines are counted as an editor counts them`() {
    let text = "a,b\r\n\"x\r\ny\rz\n\n\",1\n\n\r\n\r\"p\",2\r\r3,4"
    #expect(Reading(text).rows.map(\.line) == [2, 10, 12])
  }

  @Test func `a field, a row and a header over the limit are refused`() {
    let limits = CSVLimits(fieldBytes: 4, rowBytes: 6, columns: 3)
    let reading = Reading(
      Array("a,b,c\n12345,1,1\n1234,12,\n1234,123,\n\"12\n45\",,\n1,2,3\n1,2,3,4\n".utf8),
      limits: limits)
    let cure = "shorten it, or look for a quotation mark that opens here and never closes"
    #expect(
      reading.problems == [
        "line 2: a field is longer than 4 bytes; \(cure)",
        "line 4: the row is longer than 6 bytes; \(cure)",
        "line 5: a field is longer than 4 bytes; \(cure)",
        "line 8: the row has more than 3 columns; split the file into files of fewer columns",
      ])
    #expect(reading.fields == [["1234", "12", ""], ["1", "2", "3"]])
    #expect(
      Reading(Array("a,b,c,d\n".utf8), limits: limits).failure
        == "line 1: the row has more than 3 columns; split the file into files of fewer columns")
  }

  @Test func `an endless quoted field is not kept in memory`() {
    let limits = CSVLimits(fieldBytes: 1000)
    let text = "a,b\n\"" + String(repeating: "1,2\n", count: 10_000) + "\",2\n3,4\n"
    let reading = Reading(Array(text.utf8), limits: limits)
    #expect(reading.problems.count == 1)
    #expect(reading.fields == [["3", "4"]])
    #expect(reading.rows.map(\.line) == [10_003])
  }

  @Test func `a file that failed keeps failing and a finished one stays silent`() throws {
    var reader = CSVReader()
    #expect(throws: InterchangeError.self) { try reader.read(Array("a;b\n".utf8)) { _ in } }
    #expect(throws: InterchangeError.self) { try reader.read(Array("1;2\n".utf8)) { _ in } }
    #expect(throws: InterchangeError.self) { try reader.finish { _ in } }
    var other = CSVReader()
    var count = 0
    try other.read(Array("a\n1".utf8)) { _ in count += 1 }
    try other.finish { _ in count += 1 }
    try other.finish { _ in count += 1 }
    try other.read(Array("2\n".utf8)) { _ in count += 1 }
    #expect(count == 2)
    #expect(other.rowCount == 1)
  }
}
