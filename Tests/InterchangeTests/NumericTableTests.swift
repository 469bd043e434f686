import Foundation
import Interchange
import TestKit
import Testing

@Suite struct NumericTableTests {
  @Test func `chosen columns become numbers and texts`() throws {
    let table = try NumericTable(
      Array("date,y,z\n2026-01-01,1.5,7\n2026-01-02,-2e3,8\n".utf8), numbers: ["y"],
      texts: ["date"])
    #expect(table.numbers == ["y": [1.5, -2000]])
    #expect(table.texts == ["date": ["2026-01-01", "2026-01-02"]])
    #expect(table.lines == [2, 3])
  }

  @Test(arguments: ["", "NA", "na", "NaN", "nan", ".", "  ", " NA "])
  func `usual marks of a missing value are read as missing`(text: String) throws {
    let table = try NumericTable(Array("t,y\n1,\(text)\n".utf8), numbers: ["y"])
    #expect(table.numbers == ["y": [nil]])
  }

  @Test(arguments: [
    ("1", 1), ("-0.5", -0.5), ("+3", 3), ("1e308", 1e308), (".5", 0.5), ("4.", 4),
    (" 7\t", 7), ("1E-300", 1e-300), ("007", 7),
  ])
  func `decimal numbers are read`(text: String, value: Double) throws {
    #expect(
      try NumericTable(Array("t,y\n1,\(text)\n".utf8), numbers: ["y"]).numbers["y"] == [value])
  }

  static let unreadable = [
    ("1e999", "\"1e999\" is too large for a number; correct the value or leave it empty"),
    ("-1e999", "\"-1e999\" is too large for a number; correct the value or leave it empty"),
    (
      "inf",
      "\"inf\" is not a number; write a number, or leave the cell empty where there is no value"
    ),
    (
      "0x1F",
      "\"0x1F\" is not a number; write a number, or leave the cell empty where there is no value"
    ),
    (
      "good",
      "\"good\" is not a number; write a number, or leave the cell empty where there is no value"
    ),
    ("\"3,5\"", "\"3,5\" is not a number; write decimals with a point"),
    (
      "1 000",
      "\"1 000\" is not a number; write a number, or leave the cell empty where there is no value"
    ),
    (
      "--1",
      "\"--1\" is not a number; write a number, or leave the cell empty where there is no value"
    ),
    ("e", "\"e\" is not a number; write a number, or leave the cell empty where there is no value"),
    (
      String(repeating: "x", count: 99),
      "\"\(String(repeating: "x", count: 40))…\" is not a number; "
        + "write a number, or leave the cell empty where there is no value"
    ),
  ]

  @Test(arguments: unreadable)
  func `anything else is an error with its place`(text: String, message: String) {
    let error = #expect(throws: InterchangeError.self) {
      try NumericTable(Array("t,y\n1,2\n\n2,\(text)\n".utf8), numbers: ["y"])
    }
    #expect(error?.description == "line 4, column y: \(message)")
  }

  static let unusable = [
    ("", "line 1: the file is empty; give a file whose first line names the columns"),
    (
      "t,y\n",
      "line 1: the file has a header and no rows; give a file with at least one row of values"
    ),
    (
      "t,Y\n1,2\n",
      "line 1: the file has no column \"y\"; did you mean \"Y\"? its columns are \"t\", \"Y\""
    ),
    (
      "time,outcome\n1,2\n",
      "line 1: the file has no column \"y\"; its columns are \"time\", \"outcome\""
    ),
    (
      "y,y\n1,2\n",
      "line 1: the file has 2 columns named \"y\"; give each column its own name"
    ),
    (
      "t,y\n1\n",
      "line 2: the row has 1 field and the header 2; "
        + "write one field for each column, empty where there is no value"
    ),
    (
      "t;y\n1;2\n",
      "line 1: the header is one column, but semicolons stand in it; "
        + "set separator: semicolon in the mapping, or --separator semicolon"
    ),
  ]

  @Test(arguments: unusable)
  func `a file that cannot be used says why`(text: String, message: String) {
    let error = #expect(throws: InterchangeError.self) {
      try NumericTable(Array(text.utf8), numbers: ["y"])
    }
    #expect(error?.description == message)
  }

  @Test func `a long list of columns is cut`() {
    let names = (1...60).map { "c\($0)" }.joined(separator: ",")
    let error = #expect(throws: InterchangeError.self) {
      try NumericTable(Array(names.utf8), numbers: ["outcome"])
    }
    #expect(error?.cure.hasSuffix("\"c40\" and 20 more") == true)
  }

  @Test func `one column and one observation are enough`() throws {
    let table = try NumericTable(Array("y\n3".utf8), numbers: ["y"])
    #expect(table.numbers == ["y": [3]])
  }

  @Test func `a fault stops the reader for good`() throws {
    var reader = NumericTable.Reader(numbers: ["y"])
    #expect(throws: InterchangeError.self) { try reader.read(Array("y\nx\n".utf8)) }
    #expect(throws: InterchangeError.self) { try reader.read(Array("1\n".utf8)) }
    #expect(throws: InterchangeError.self) { _ = try reader.finish() }
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `the reference files have the rows that the recipes state`() throws {
    let daily = try NumericTable(
      Data(
        contentsOf: SharedData.url("longitudinal/reference/kossakowski_daily_bench_input.csv")),
      numbers: ["down", "sleep", "dose", "phys_lag"])
    // RECIPES.md, check 4: 239 days, one missing.
    #expect(daily.rowCount == 239)
    #expect(daily.numbers["down"]?.compactMap(\.self).count == 238)
    // RECIPES.md, check 13: 2,101 rows with sleep quality and affect.
    let students = try NumericTable(
      Data(contentsOf: SharedData.url("longitudinal/0015_flueckiger_ts.tsv")), separator: .tab,
      numbers: ["sleep_quality", "pa"], texts: ["id"])
    let quality = try #require(students.numbers["sleep_quality"])
    let affect = try #require(students.numbers["pa"])
    #expect(zip(quality, affect).filter { $0 != nil && $1 != nil }.count == 2101)
    #expect(Set(try #require(students.texts["id"])).count == 72)
  }
}
