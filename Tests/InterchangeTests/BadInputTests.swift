import Interchange
import Knowledge
import PatientRecord
import Testing
import Time

@Suite struct BadInputTests {
  static let mood = """
    source: Diary
    time: {instant: t}
    zone: Europe/Berlin
    person: p1
    columns:
      mood: {as: rating, scale: [0, 10], direction: higherIsBetter}
    """
  static let local = mood.replacing("{instant: t}", with: "{local: t}")
  static let clock = mood.replacing(
    "{instant: t}", with: "{date: t, clock: c, clockAs: secondsOfDay}")

  static let refusedFiles: [(text: String, message: String)] = [
    ("", "line 1: the file is empty; give a file whose first line names the columns"),
    (
      "t,mood\n",
      "line 1: the file has a header and no rows; give a file with at least one row of values"
    ),
    (
      "t;mood\n2026-03-01T07:30:00Z;5\n",
      "line 1: the header is one column, but semicolons stand in it; "
        + "set separator: semicolon in the mapping, or --separator semicolon"
    ),
    (
      "t,moood\n2026-03-01T07:30:00Z,5\n",
      "mapping, columns.mood: the file has no column \"mood\"; did you mean \"moood\"? "
        + "its columns are \"t\", \"moood\""
    ),
    (
      "time,mood\n2026-03-01T07:30:00Z,5\n",
      "mapping, time: the file has no column \"t\"; its columns are \"time\", \"mood\""
    ),
  ]

  @Test(arguments: refusedFiles)
  func `a file that cannot be imported says why`(text: String, message: String) throws {
    let imported = try Imported(text, Self.mood)
    #expect(imported.failure == message)
    #expect(imported.entries.isEmpty)
  }

  static let refusedCells: [(cell: String, message: String)] = [
    (
      "1e308",
      "1e+308 is not on the scale from 0 to 10; correct the value, or the scale in the mapping"
    ),
    ("11", "11 is not on the scale from 0 to 10; correct the value, or the scale in the mapping"),
    (
      "-0.5",
      "-0.5 is not on the scale from 0 to 10; correct the value, or the scale in the mapping"
    ),
    ("1e999", "\"1e999\" is too large for a number; correct the value or leave it empty"),
    (
      "inf",
      "\"inf\" is not a number; write a number, or leave the cell empty where there is no value"
    ),
    (
      "good",
      "\"good\" is not a number; write a number, or leave the cell empty where there is no value"
    ),
    ("\"3,5\"", "\"3,5\" is not a number; write decimals with a point"),
  ]

  @Test(arguments: refusedCells)
  func `a bad cell is listed and its row goes on without it`(cell: String, message: String) throws {
    let text = "t,mood\n2026-03-01T07:30:00Z,\(cell)\n2026-03-02T07:30:00Z,5\n"
    let imported = try Imported(text, Self.mood)
    #expect(imported.problems == ["line 2, column mood: \(message)"])
    #expect(imported.ratings("mood").map(\.value) == [5])
    #expect(imported.summary.cellsRefused == 1)
    #expect(imported.summary.rowsImported == 2)
    #expect(imported.summary.rowsWithoutValue == 1)
  }

  @Test(arguments: ["", "NA", "NaN", "nan", "."])
  func `a missing value is no problem`(cell: String) throws {
    let imported = try Imported("t,mood\n2026-03-01T07:30:00Z,\(cell)\n", Self.mood)
    #expect(imported.problems == [])
    #expect(imported.entries.isEmpty)
    #expect(imported.summary.rowsImported == 1)
    #expect(imported.summary.rowsWithoutValue == 1)
  }

  static let refusedTimes: [(cell: String, message: String)] = [
    (
      "2026-03-01T07:30:00",
      "\"2026-03-01T07:30:00\" is no ISO 8601 time with an offset; write a time such as "
        + "2026-03-01T07:30:00+01:00, or declare the column local"
    ),
    (
      "",
      "\"\" is no ISO 8601 time with an offset; write a time such as "
        + "2026-03-01T07:30:00+01:00, or declare the column local"
    ),
    (
      "2026-02-30T07:30:00Z",
      "\"2026-02-30T07:30:00Z\" is no ISO 8601 time with an offset; write a time such as "
        + "2026-03-01T07:30:00+01:00, or declare the column local"
    ),
  ]

  @Test(arguments: refusedTimes)
  func `a row without a time is left out`(cell: String, message: String) throws {
    let imported = try Imported("t,mood\n\(cell),5\n2026-03-02T07:30:00Z,6\n", Self.mood)
    #expect(imported.problems == ["line 2, column t: \(message)"])
    #expect(imported.summary.rowsRefused == 1)
    #expect(imported.summary.rowsImported == 1)
    #expect(imported.ratings("mood").map(\.value) == [6])
  }

  @Test func `a local time that clocks skipped is a bad row`() throws {
    let imported = try Imported("t,mood\n2026-03-29T02:30,5\n2026-03-29T03:00,6\n", Self.local)
    #expect(
      imported.problems == [
        "line 2, column t: clocks in Europe/Berlin skipped 2026-03-29T02:30:00; "
          + "correct the time, or the zone in the mapping"
      ])
    #expect(imported.ratings("mood").map(\.value) == [6])
  }

  @Test func `a local time that came twice is a bad row unless the mapping says which`() throws {
    let text = "t,mood\n2026-10-25T02:30,5\n"
    #expect(
      try Imported(text, Self.local).problems == [
        "line 2, column t: clocks in Europe/Berlin showed 2026-10-25T02:30:00 twice; "
          + "set whenAmbiguous: earlier or later in the mapping, or give an instant"
      ])
    let starts = try ["earlier", "later"].map { word in
      try Imported(text, "\(Self.local)\nwhenAmbiguous: \(word)").entries.map {
        $0.occurred.start.description
      }
    }
    #expect(starts == [["2026-10-25T00:30:00.000Z"], ["2026-10-25T01:30:00.000Z"]])
  }

  @Test func `a zone that does not exist is a bad row`() throws {
    let mapping = Self.local.replacing("Europe/Berlin", with: "{column: z}")
    let imported = try Imported(
      "t,z,mood\n2026-03-01T07:30,Europe/Atlantis,5\n2026-03-01T07:30,Asia/Tokyo,6\n", mapping)
    #expect(
      imported.problems == [
        "line 2, column z: there is no time zone \"Europe/Atlantis\"; "
          + "write an IANA name such as Europe/Berlin, or UTC"
      ])
    #expect(imported.entries.map(\.occurred.start.description) == ["2026-02-28T22:30:00.000Z"])
    #expect(imported.entries.map(\.occurred.zone.identifier) == ["Asia/Tokyo"])
  }

  @Test(arguments: ["86400", "-1", "07:30", "", "NaN", "1e999"])
  func `seconds outside the day are a bad row`(cell: String) throws {
    let imported = try Imported("t,c,mood\n2026-03-01,\(cell),5\n", Self.clock)
    #expect(
      imported.problems == [
        "line 2, column c: \"\(cell)\" is no time of day; "
          + "write seconds since midnight, from 0 up to 86400"
      ])
  }

  @Test(arguments: ["1.5", "x", "", "1e300", "9e18", "-9e18", "4000000", "-800000"])
  func `a day that is no whole number is a bad row`(cell: String) throws {
    let mapping = Self.mood.replacing("{instant: t}", with: "{dayNumber: t, dayOne: 2001-01-01}")
    let imported = try Imported("t,mood\n\(cell),5\n2,6\n", mapping)
    #expect(
      imported.problems == [
        "line 2, column t: \"\(cell)\" is no day number; write a whole number, 1 for the first day"
      ])
    #expect(imported.entries.map(\.occurred.start.description) == ["2001-01-02T11:00:00.000Z"])
  }

  @Test func `a row that names no person is a bad row`() throws {
    let mapping = Self.mood.replacing("p1", with: "{column: who}")
    let imported = try Imported(
      "t,who,mood\n2026-03-01T07:30:00Z,,5\n2026-03-01T07:30:00Z,ann,6\n", mapping)
    #expect(
      imported.problems == [
        "line 2, column who: the row names no person; write an identifier of 1 to 200 characters"
      ])
    #expect(imported.entries.map(\.patient) == ["ann"])
  }

  @Test func `times may repeat and go backwards`() throws {
    let text = """
      t,mood
      2026-03-02T07:30:00Z,5
      2026-03-02T07:30:00Z,6
      2026-03-02T07:30:00Z,6
      2026-03-01T07:30:00Z,4
      """
    let imported = try Imported(text, Self.mood)
    #expect(imported.problems == [])
    // Two values at one moment are two check-ins; a row said twice is one.
    #expect(imported.ratings("mood").map(\.value) == [5, 6, 4])
    #expect(imported.summary.rowsRepeated == 1)
    #expect(Set(imported.entries.map(\.id)).count == 3)
  }

  @Test func `one row is enough`() throws {
    let imported = try Imported("t,mood\n2026-03-01T07:30:00Z,5", Self.mood)
    #expect(imported.ratings("mood").map(\.value) == [5])
  }

  @Test func `bad rows are listed by the lines they start on`() throws {
    let text = "t,mood\n2026-03-01T07:30:00Z\n\"2026\n\",1\n2026-03-01T07:30:00Z,5\n"
    let imported = try Imported(text, Self.mood)
    #expect(
      imported.problems == [
        "line 2: the row has 1 field and the header 2; "
          + "write one field for each column, empty where there is no value",
        "line 3, column t: \"2026\\n\" is no ISO 8601 time with an offset; "
          + "write a time such as 2026-03-01T07:30:00+01:00, or declare the column local",
      ])
    #expect(imported.summary.rowsRead == 3)
    #expect(imported.summary.rowsRefused == 2)
    #expect(imported.entries.count == 1)
  }

  @Test func `a message holds no control characters of the file`() throws {
    let imported = try Imported("t,mood\n\u{1B}[2J\u{7}\u{202E},5\n", Self.mood)
    let message = try #require(imported.problems.first)
    #expect(message.hasPrefix(#"line 2, column t: "\u{1B}[2J\u{07}\u{202E}" is no ISO"#))
  }

  @Test func `strict refuses the file at its first fault`() throws {
    let text = "t,mood\n2026-03-01T07:30:00Z,5\n2026-03-02T07:30:00Z,99\n"
    let imported = try Imported(text, Self.mood, isStrict: true)
    #expect(
      imported.failure
        == "line 3, column mood: 99 is not on the scale from 0 to 10; "
        + "correct the value, or the scale in the mapping")
    #expect(try Imported(text.replacing("99", with: "9"), Self.mood, isStrict: true).failure == nil)
  }
}
