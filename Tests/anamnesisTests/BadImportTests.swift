import Foundation
import Testing

@Suite struct BadImportTests {
  private let folder = Folder()

  static let mapping = """
    source: Diary
    time: {local: t}
    zone: {column: zone}
    person: p1
    columns:
      mood: {as: rating, scale: [0, 10], direction: higherIsBetter}
    """

  private func run(_ text: String, _ options: String...) throws -> Program.Run {
    try folder.write(Self.mapping, to: "map.yaml")
    try folder.write(text, to: "a.csv")
    return try Program.run(
      ["import", "a.csv", "--mapping", "map.yaml", "--output", "record.ndjson"] + options,
      in: folder)
  }

  static let refused: [(text: String, message: String)] = [
    ("", "line 1: the file is empty; give a file whose first line names the columns"),
    (
      "t,zone,mood\n",
      "line 1: the file has a header and no rows; give a file with at least one row of values"
    ),
    (
      "t\tzone\tmood\n1\t2\t3\n",
      "line 1: the header is one column, but tabs stand in it; "
        + "set separator: tab in the mapping, or --separator tab"
    ),
    (
      "t,zone,moood\n2026-03-01T07:30,UTC,5\n",
      #"mapping, columns.mood: the file has no column "mood"; did you mean "moood"? "#
        + #"its columns are "t", "zone", "moood""#
    ),
  ]

  @Test(arguments: refused)
  func `a file that cannot be imported says why and leaves nothing`(
    text: String, message: String
  ) throws {
    let run = try run(text)
    #expect(run.status == 64)
    #expect(run.errors == "Error: a.csv: \(message)\n")
    #expect(folder.names == ["a.csv", "map.yaml"])
  }

  static let rows: [(row: String, message: String)] = [
    (
      "2026-03-29T02:30,Europe/Berlin,5",
      "line 3, column t: clocks in Europe/Berlin skipped 2026-03-29T02:30:00; "
        + "correct the time, or the zone in the mapping"
    ),
    (
      "2026-10-25T02:30,Europe/Berlin,5",
      "line 3, column t: clocks in Europe/Berlin showed 2026-10-25T02:30:00 twice; "
        + "set whenAmbiguous: earlier or later in the mapping, or give an instant"
    ),
    (
      "2026-03-01T07:30,Europe/Nowhere,5",
      #"line 3, column zone: there is no time zone "Europe/Nowhere"; "#
        + "write an IANA name such as Europe/Berlin, or UTC"
    ),
    (
      "2026-03-02T07:30,UTC,1e308",
      "line 3, column mood: 1e+308 is not on the scale from 0 to 10; "
        + "correct the value, or the scale in the mapping"
    ),
    (
      "2026-03-02T07:30,UTC",
      "line 3: the row has 2 fields and the header 3; "
        + "write one field for each column, empty where there is no value"
    ),
  ]

  @Test(arguments: rows)
  func `a bad row is listed and the others are imported`(row: String, message: String) throws {
    let run = try run("t,zone,mood\n2026-03-01T07:30,UTC,5\n\(row)\n2026-03-03T07:30,UTC,6\n")
    #expect(run.status == 0)
    #expect(run.errors == "a.csv: \(message)\n")
    #expect(try folder.text("record.ndjson").split(separator: "\n").count == 2)
  }

  @Test(arguments: rows)
  func `strict refuses the file for one bad row`(row: String, message: String) throws {
    let strict = try run("t,zone,mood\n2026-03-01T07:30,UTC,5\n\(row)\n", "--strict")
    #expect(strict.status == 64)
    #expect(strict.errors == "Error: a.csv: \(message)\n")
  }

  @Test func `an import that takes no row is refused`() throws {
    let run = try run("t,zone,mood\n2026-03-29T02:30,Europe/Berlin,5\n")
    #expect(run.status == 64)
    #expect(
      run.errorLines.last
        == "Error: a.csv: no row could be imported, of 1; see the problems above: mostly the "
        + "mapping's time, zone or person does not fit")
    #expect(folder.names == ["a.csv", "map.yaml"])
  }

  @Test func `times that repeat or go backwards are all kept, missing values are not invented`()
    throws
  {
    let run = try run(
      """
      t,zone,mood
      2026-03-02T07:30,UTC,5
      2026-03-02T07:30,UTC,5
      2026-03-02T07:30,UTC,6
      2026-03-01T07:30,UTC,4
      2026-03-03T07:30,UTC,NaN

      """)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        5 rows read, 5 imported, 0 refused
        3 entries written, about 1 person
        1 imported row without any value
        1 repetition of the row before, written once
        no problems

        """)
  }

  @Test(arguments: [
    (
      mapping.replacing("zone: {column: zone}", with: "zone: Mars/Olympus"),
      #"mapping line 3, zone: there is no time zone "Mars/Olympus"; "#
        + "write an IANA name such as Europe/Berlin, or UTC"
    ),
    (
      mapping.replacing("source", with: "sorce"),
      "mapping line 1, sorce: the key sorce is not known; did you mean source? the keys here are "
        + "source, separator, missing, time, zone, whenAmbiguous, whenSkipped, person, columns"
    ),
    ("", "mapping: the mapping is empty; write at least source, time, zone, person and columns"),
  ])
  func `a mapping that cannot be used says why`(mapping: String, message: String) throws {
    try folder.write(mapping, to: "bad.yaml")
    let run = try run("t,zone,mood\n2026-03-01T07:30,UTC,5\n", "--mapping", "bad.yaml")
    #expect(run.status == 64)
    #expect(run.errors == "Error: bad.yaml: \(message)\n")
  }

  @Test func `a mapping that does not ship is named, with those that do`() throws {
    let run = try run("t,zone,mood\n2026-03-01T07:30,UTC,5\n", "--mapping", "kosakowski")
    #expect(run.status == 64)
    #expect(
      run.errors
        == "Error: --mapping kosakowski: there is no such file and no shipped mapping of this "
        + "name; name a file, or one of flueckiger, kossakowski\n")
  }
}
