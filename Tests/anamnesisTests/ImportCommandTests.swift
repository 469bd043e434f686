import Foundation
import TestKit
import Testing

@Suite struct ImportCommandTests {
  private let folder = Folder()

  init() throws {
    try folder.write(Samples.mapping, to: "map.yaml")
    try folder.write(Samples.diary, to: "diary.csv")
  }

  private func run(_ arguments: String..., input: String = "") throws -> Program.Run {
    try Program.run(
      ["import", "diary.csv", "--mapping", "map.yaml"] + arguments, in: folder, input: input)
  }

  @Test func `good rows are imported and bad ones listed`() throws {
    let run = try run("--output", "record.ndjson")
    #expect(run.status == 0)
    #expect(
      run.output == """
        3 rows read, 3 imported, 0 refused
        2 entries written, about 1 person
        1 imported row without any value
        1 single value left out
        1 problem

        """)
    #expect(
      run.errors
        == "diary.csv: line 3, column mood: 11 is not on the scale from 0 to 10; "
        + "correct the value, or the scale in the mapping\n")
    let lines = try folder.text("record.ndjson").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[0].contains(#""occurred":{"at":"2026-03-01T06:30:00.000Z","zone":"Europe/Berlin"}"#))
  }

  @Test func `importing twice gives the same record`() throws {
    _ = try run("--output", "a.ndjson")
    _ = try run("--output", "b.ndjson")
    #expect(try folder.text("a.ndjson") == folder.text("b.ndjson"))
    #expect(try !folder.text("a.ndjson").isEmpty)
  }

  @Test func `the record can go to the standard output, the summary then does not`() throws {
    _ = try run("--output", "record.ndjson")
    let run = try run("--output", "-")
    #expect(run.output == (try folder.text("record.ndjson")))
    #expect(run.errorLines.dropFirst().first == "3 rows read, 3 imported, 0 refused")
  }

  @Test func `the file can come by the standard input`() throws {
    let run = try Program.run(
      ["import", "-", "--mapping", "map.yaml", "--output", "-", "--quiet"], in: folder,
      input: Samples.diary)
    #expect(run.status == 0)
    #expect(run.lines.count == 2)
    #expect(run.errors == "")
  }

  @Test func `strict refuses the whole file and leaves nothing`() throws {
    let run = try run("--output", "record.ndjson", "--strict")
    #expect(run.status == 64)
    #expect(
      run.errors
        == "Error: diary.csv: line 3, column mood: 11 is not on the scale from 0 to 10; "
        + "correct the value, or the scale in the mapping\n")
    #expect(folder.names == ["diary.csv", "map.yaml"])
  }

  @Test func `twenty problems are shown and the others counted`() throws {
    let rows = (10..<60).map { "2026-03-01T07:\($0),x\n" }
    try folder.write("t,mood\n2026-03-01T06:00,1\n" + rows.joined(), to: "diary.csv")
    let run = try run("--output", "record.ndjson", "--problems", "bad.ndjson")
    #expect(run.errorLines.count == 21)
    #expect(run.errorLines.last == "… and 30 more; all are in the file of problems")
    let problems = try folder.text("bad.ndjson").split(separator: "\n")
    #expect(problems.count == 50)
    #expect(problems[0].hasPrefix(#"{"line":3,"column":"mood","reason":"\"x\" is not a number""#))
    #expect(try self.run("--output", "-").errorLines[20] == "… and 30 more; see --problems FILE")
  }

  @Test func `the person can be another one`() throws {
    _ = try run("--output", "record.ndjson", "--person", "p2")
    #expect(try folder.text("record.ndjson").contains(#""patient":"p2""#))
    #expect(try !folder.text("record.ndjson").contains(#""patient":"p1""#))
  }

  @Test func `a file that says the person itself keeps its word`() throws {
    try folder.write(
      Samples.mapping.replacing("person: p1", with: "person: {column: who}"), to: "map.yaml")
    let run = try run("--output", "-", "--person", "p2")
    #expect(run.status == 64)
    #expect(
      run.errors
        == "Error: map.yaml: mapping, person: the column who says row by row whom the file is "
        + "about; leave the person out here, or write person: NAME in the mapping\n")
  }

  @Test func `the separator can be another one`() throws {
    try folder.write(Samples.diary.replacing(",", with: ";"), to: "diary.csv")
    #expect(
      try run("--output", "-").errors
        == "Error: diary.csv: line 1: the header is one column, but semicolons stand in it; "
        + "set separator: semicolon in the mapping, or --separator semicolon\n")
    #expect(try run("--output", "-", "--separator", "semicolon").lines.count == 2)
  }

  @Test func `progress is counted when asked for`() throws {
    let rows = (0..<100_000).map { "2026-03-01T\(10 + $0 % 10):\(10 + $0 % 50),5\n" }
    try folder.write("t,mood\n" + rows.joined(), to: "diary.csv")
    let run = try run("--output", "/dev/null", "--progress")
    #expect(run.status == 0)
    #expect(run.errors.contains("\r100000 rows …"))
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `a real diary of 239 days loses no row`() throws {
    let file = SharedData.url("longitudinal/kossakowski_csd.csv").path
    let run = try Program.run(
      ["import", file, "--mapping", "kossakowski", "--output", "record.ndjson"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.lines.first == "1476 rows read, 1476 imported, 0 refused")
    #expect(run.lines.last == "no problems")
  }
}
