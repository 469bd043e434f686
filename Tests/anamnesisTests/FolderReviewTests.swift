import Foundation
import JSON
import Testing

@Suite struct FolderReviewTests {
  private let folder = Folder()

  /// Five people, the third of them with a line that is no entry.
  init() throws {
    let records = folder.file("records")
    try FileManager.default.createDirectory(at: records, withIntermediateDirectories: false)
    for seed in 1...5 {
      let run = try Program.run(
        [
          "simulate", "person", "--days", "\(16 + seed)", "--seed", "\(seed)", "--output",
          "records/p\(seed).ndjson",
        ], in: folder)
      try #require(run.status == 0)
    }
    let third = try folder.text("records/p3.ndjson")
    try folder.write(third + "nonsense\n", to: "records/p3.ndjson")
    try folder.write("not a record", to: "records/notes.txt")
  }

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(["review"] + arguments, in: folder)
  }

  private func repair() throws {
    try folder.write(
      folder.text("records/p3.ndjson").replacing("nonsense\n", with: ""), to: "records/p3.ndjson")
  }

  private func names(in name: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.file(name).path)) ?? []).sorted()
  }

  @Test func `any number of threads gives the same lines in the order of names`() throws {
    let runs = try ["1", "2", "4"].map { try run("--all", "records", "--threads", $0) }
    #expect(Set(runs.map(\.output)).count == 1)
    let patients = try runs[0].lines.map { try JSONValue(parsing: Array($0.utf8))["patient"] }
    #expect(patients == [1, 2, 4, 5].map { .string("synthetic-\($0)") })
  }

  @Test func `a line is what the review of the record alone says`() throws {
    let alone = try run("records/p1.ndjson", "--format", "json")
    let all = try run("--all", "records")
    #expect(
      try JSONValue(parsing: Array(try #require(all.lines.first).utf8))
        == JSONValue(parsing: Array(alone.output.utf8)))
  }

  @Test func `a broken record is named, the others are reviewed, and the exit code says so`() throws
  {
    let run = try run("--all", "records", "--output", "reports")
    #expect(run.status == 64)
    #expect(names(in: "reports") == ["p1.txt", "p2.txt", "p4.txt", "p5.txt"])
    let last = try folder.text("records/p3.ndjson").split(separator: "\n").count
    #expect(
      run.errorLines == [
        "records/p3.ndjson: line \(last): column 1: expected a value",
        "records/p3.ndjson: 1 line could not be read, listed above; "
          + "correct them, or go on without them by --skip-bad-lines",
        "Error: records: 1 record could not be reviewed, listed above; "
          + "correct them and review them again",
      ])
    #expect(run.lines[0].hasPrefix("4 people reviewed in "))
    #expect(run.lines.contains("1 record not reviewed, listed above"))
    #expect(
      run.lines.contains("1 other file passed over, since the name does not end in .ndjson"))
  }

  @Test func `a report in a folder is the report of the record alone`() throws {
    try repair()
    let run = try run("--all", "records", "--output", "reports", "--format", "html", "--progress")
    #expect(run.status == 0)
    #expect(run.errors.contains("\r5 people …"))
    #expect(
      try folder.text("reports/p2.html")
        == (try self.run("records/p2.ndjson", "--format", "html").output))
    #expect(names(in: "reports").count == 5)
  }

  @Test func `reports are replaced only when forced, and that is said`() throws {
    try repair()
    #expect(try run("--all", "records", "--output", "reports").status == 0)
    let refused = try run("--all", "records", "--output", "reports")
    #expect(refused.status == 64)
    #expect(
      refused.errors
        == "Error: reports: 5 reports would be replaced; "
        + "give --force to replace them, or name another folder\n")
    let forced = try run("--all", "records", "--output", "reports", "--force")
    #expect(forced.status == 0)
    #expect(forced.lines.contains("5 reports replaced"))
  }

  @Test(arguments: [
    (["--all", "nowhere"], "Error: --all nowhere: there is no such folder; check the path"),
    (
      ["--all", "records/p1.ndjson"],
      "Error: --all records/p1.ndjson: this is no folder; leave --all out to review a file"
    ),
    (
      ["--all", "."],
      "Error: --all .: the folder holds no record; "
        + "name a folder with a file for each person that ends in .ndjson"
    ),
    (
      ["--all", "records", "--output", "records/notes.txt"],
      "Error: records/notes.txt: this is a file; name a folder"
    ),
    (
      ["--all", "records", "--output", "nowhere/reports"],
      "Error: nowhere/reports: its folder does not exist; create the folder first"
    ),
    (["--all", "records", "--threads", "0"], "Error: --threads: write a number from 1 to 256."),
    (
      ["--all", "records", "--format", "html"],
      "Error: --format: without --output every review is a line of JSON."
    ),
    (
      ["--all", "records", "records/p1.ndjson"],
      "Error: Name one record, or a folder of records by --all."
    ),
    ([], "Error: Name one record, or a folder of records by --all."),
    (
      ["records/p1.ndjson", "--threads", "2"],
      "Error: --threads and --progress: these need --all."
    ),
  ])
  func `what cannot be used is refused before any work`(
    arguments: [String], message: String
  ) throws {
    let run = try Program.run(["review"] + arguments, in: folder)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errorLines.first == message)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `a folder that may not be written to is named`() throws {
    try FileManager.default.createDirectory(
      at: folder.file("shut"), withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o500])
    let run = try run("--all", "records", "--output", "shut")
    #expect(
      run.errors == "Error: shut: the folder may not be written to; name another folder\n")
  }

  @Test func `a run that is stopped says how much is done and leaves whole files alone`() throws {
    try repair()
    // A pipe that nobody fills keeps the last record, and with it the run, waiting.
    let run = try Program.shell(
      #"""
      mkfifo records/p9.ndjson; exec 3<>records/p9.ndjson
      "$anamnesis" review --all records --output reports 3<&- 2>errors &
      until [ -e reports/p5.txt ]; do
        kill -0 $! 2>/dev/null || { cat errors; exit 1; }
        sleep 0.05
      done
      sleep 0.3
      kill -INT $!; wait $!; echo $?; cat errors
      """#, in: folder)
    #expect(run.lines.first == "130")
    #expect(
      run.lines.last
        == "Stopped: 5 of 6 people done; files that stand under their name are whole.")
    #expect(names(in: "reports") == (1...5).map { "p\($0).txt" })
  }
}
