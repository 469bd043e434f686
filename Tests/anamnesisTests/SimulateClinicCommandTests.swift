import Foundation
import JSON
import Testing

@Suite struct SimulateClinicCommandTests {
  private let folder = Folder()

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(["simulate", "clinic", "--months", "2"] + arguments, in: folder)
  }

  private func summary(_ name: String) throws -> JSONValue {
    try JSONValue(parsing: Array(try folder.text("\(name)/clinic.json").utf8))
  }

  private func names(in name: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.file(name).path)) ?? []).sorted()
  }

  @Test func `any number of threads and of people gives the same person the same bytes`() throws {
    let one = try run("--patients", "4", "--per-file", "1", "--threads", "1", "--output", "one")
    #expect(one.status == 0, "\(one.errors)")
    _ = try run("--patients", "9", "--per-file", "1", "--threads", "3", "--output", "nine")
    _ = try run("--patients", "4", "--per-file", "3", "--output", "threes")
    let people = (1...4).map { "invented-00000\($0).ndjson" }
    #expect(names(in: "one") == ["clinic.json"] + people)
    for person in people {
      #expect(try folder.text("nine/\(person)") == folder.text("one/\(person)"))
    }
    #expect(
      try folder.text("threes/invented-000001-to-000003.ndjson")
        == people.prefix(3).map { try folder.text("one/\($0)") }.joined())
    #expect(names(in: "threes").count == 3)
  }

  @Test func `the summary says what it is and counts what is there`() throws {
    let run = try run("--patients", "6", "--seed", "5", "--output", "clinic")
    let summary = try summary("clinic")
    guard case .string(let what)? = summary["what"] else {
      Issue.record("the summary does not say what it is")
      return
    }
    #expect(what.hasPrefix("Invented people."))
    #expect(summary["seed"] == .number(5))
    #expect(summary["isComplete"] == .bool(true))
    #expect(summary["people"] == .number(6))
    #expect(summary["openSignals"] == .number(0))
    let lines = try folder.text("clinic/invented-000001-to-000006.ndjson").split(separator: "\n")
    #expect(summary["entries"] == .number(lines.count))
    #expect(run.output.contains("6 invented people, \(lines.count) entries in 1 file\n"))
    #expect(run.output.contains("0 signals about them left open"))
  }

  @Test func `the records are reviewed and stored like any others`() throws {
    _ = try run("--patients", "3", "--per-file", "1", "--output", "clinic")
    let review = try Program.run(["review", "--all", "clinic"], in: folder)
    #expect(review.status == 0, "\(review.errors)")
    #expect(review.lines.count == 3)
    let stored = try Program.shell(
      #""$anamnesis" init --data data && for f in clinic/*.ndjson; do "$anamnesis" append $f --data data; done"#,
      in: folder)
    #expect(stored.status == 0, "\(stored.errors)")
    #expect(stored.errors.contains("entries stored."))
  }

  @Test func `a folder that holds anything is left alone without --force`() throws {
    _ = try run("--patients", "3", "--per-file", "1", "--output", "clinic")
    try folder.write("mine", to: "clinic/notes.txt")
    let again = try run("--patients", "2", "--per-file", "1", "--output", "clinic")
    #expect(again.status == 64)
    #expect(again.errors.contains("the folder is not empty"))
    #expect(names(in: "clinic").count == 5)
    let forced = try run("--patients", "2", "--per-file", "1", "--force", "--output", "clinic")
    #expect(forced.status == 0)
    #expect(
      names(in: "clinic")
        == ["clinic.json", "invented-000001.ndjson", "invented-000002.ndjson", "notes.txt"])
  }

  @Test func `stopping it leaves whole files and a summary that says so`() throws {
    let run = try Program.shell(
      """
      "$anamnesis" simulate clinic --patients 20000 --per-file 1 --months 6 --output clinic &
      program=$!
      for _ in $(seq 600); do
        [ "$(ls clinic 2>/dev/null | wc -l)" -gt 5 ] && break
        sleep 0.1
      done
      kill -TERM $program
      wait $program
      echo "status $?"
      """, in: folder)
    #expect(run.output.contains("status 143"))
    #expect(run.errors.contains("Stopped: "))
    let summary = try summary("clinic")
    #expect(summary["isComplete"] == .bool(false))
    #expect(summary["peopleAskedFor"] == .number(20_000))
    let all = try FileManager.default.contentsOfDirectory(atPath: folder.file("clinic").path)
    #expect(all.allSatisfy { !$0.hasSuffix(".partial") })
    for name in all where name.hasSuffix(".ndjson") {
      #expect(try folder.text("clinic/\(name)").hasSuffix("}\n"))
    }
  }

  @Test(arguments: [
    (["--patients", "0"], "Error: --patients: write a number from 1 to 1000000."),
    (["--months", "121"], "Error: --months: write a number from 1 to 120."),
    (["--per-file", "0"], "Error: --per-file: write a number from 1 to 10000."),
    (["--threads", "257"], "Error: --threads: write a number from 1 to 256."),
    (["--seed", "4294967296"], "Error: The value '4294967296' is invalid for '--seed <seed>'"),
  ])
  func `options out of range are refused`(options: [String], message: String) throws {
    let run = try Program.run(
      ["simulate", "clinic", "--output", "clinic"] + options, in: folder)
    #expect(run.status == 64)
    #expect(run.errorLines.first == message)
    #expect(names(in: "clinic") == [])
  }
}
