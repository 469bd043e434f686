import Foundation
import JSON
import TestKit
import Testing

@Suite struct ReviewCommandTests {
  private let folder = Folder()

  init() throws {
    let arguments = ["simulate", "person", "--days", "20", "--output", "record.ndjson"]
    let run = try Program.run(arguments, in: folder)
    try #require(run.status == 0)
  }

  private func run(_ arguments: String..., input: String = "") throws -> Program.Run {
    try Program.run(["review"] + arguments, in: folder, input: input)
  }

  private func json(_ arguments: String...) throws -> JSONValue {
    let run = try Program.run(
      ["review", "record.ndjson", "--format", "json"] + arguments, in: folder)
    #expect(run.errors == "")
    return try JSONValue(parsing: Array(run.output.utf8))
  }

  @Test func `the review looks back from the end of the last day`() throws {
    let review = try json()
    #expect(review["patient"] == .string("synthetic-1"))
    #expect(review["today"] == .string("2026-01-24"))
    #expect(review["moment"] == .string("2026-01-24T22:59:59.999Z"))
    #expect(review["audience"] == .string("clinician"))
  }

  @Test(arguments: [
    ("2026-01-20", "2026-01-20T22:59:59.999Z"),
    ("2026-01-20T12:00:00Z", "2026-01-20T12:00:00.000Z"),
  ])
  func `the review looks back from where it is told`(at: String, moment: String) throws {
    #expect(try json("--at", at)["moment"] == .string(moment))
  }

  @Test func `a day has its end where the person lives, on the day clocks change too`() throws {
    _ = try Program.run(
      [
        "simulate", "person", "--days", "20", "--from", "2026-03-20", "--force", "--output",
        "record.ndjson",
      ], in: folder)
    #expect(try json("--at", "2026-03-28")["moment"] == .string("2026-03-28T22:59:59.999Z"))
    #expect(try json("--at", "2026-03-29")["moment"] == .string("2026-03-29T21:59:59.999Z"))
  }

  @Test func `each audience gets its own parts`() throws {
    func kinds(_ audience: String) throws -> Set<String> {
      guard case .array(let parts) = try json("--for", audience)["parts"] else { return [] }
      return Set(
        parts.compactMap { part in
          guard case .string(let kind) = part["kind"] else { return nil }
          return kind
        })
    }
    let patient = try kinds("patient")
    #expect(!patient.isEmpty)
    #expect(
      patient.isDisjoint(with: [
        "status", "timeline", "monitoring", "changePoints", "rules", "staging",
      ]))
    #expect(try kinds("clinician").isSuperset(of: ["rules", "staging"]))
    #expect(try kinds("clinician").isStrictSuperset(of: patient))
  }

  @Test func `facts and trials that no record holds reach rules and staging`() throws {
    try folder.write(
      "facts: { dose(citalopram): 60 mg/d, medicines.current: [citalopram] }", to: "case.yaml")
    try folder.write(
      "trials:\n  - { treatment: sertraline, dose: 100 mg, weeks: 10, response: none, episode: current }\n",
      to: "trials.yaml")
    let run = try run("record.ndjson", "--facts", "case.yaml", "--trials", "trials.yaml")
    try #require(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("STOP · PH-01"))
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("Trials as they were listed for this review."))
    try folder.write(
      "kind: site\nschemaVersion: 1\nswitchedOffRules: [dosing]\n", to: "site.yaml")
    let off = try self.run(
      "record.ndjson", "--facts", "case.yaml", "--site", "site.yaml")
    let words = off.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(!words.contains("PH-01") && words.contains("Switched off by the site: dosing"))
    let patient = try self.run(
      "record.ndjson", "--facts", "case.yaml", "--trials", "trials.yaml", "--for", "patient")
    #expect(patient.status == 0 && !patient.output.contains("citalopram"))
    try folder.write("facts: { height: 2 m }", to: "case.yaml")
    let refused = try self.run("record.ndjson", "--facts", "case.yaml")
    #expect(refused.status == 64 && refused.errors.contains("the catalogue has no fact 'height'"))
  }

  @Test func `the page is one whole document`() throws {
    let run = try run("record.ndjson", "--format", "html", "--output", "report.html")
    #expect(run.status == 0)
    #expect(run.output == "")
    let page = try folder.text("report.html")
    #expect(page.lowercased().hasPrefix("<!doctype html>"))
    #expect(page.contains("</html>"))
  }

  @Test func `the text and the standard input work`() throws {
    let fromFile = try run("record.ndjson")
    let fromInput = try run("-", input: try folder.text("record.ndjson"))
    #expect(fromFile.status == 0)
    #expect(fromFile.output.contains("synthetic-1"))
    #expect(fromInput.output == fromFile.output)
  }

  @Test func `a record of two people asks for one`() throws {
    _ = try Program.run(
      ["simulate", "person", "--days", "20", "--seed", "2", "--output", "other.ndjson"], in: folder)
    try folder.write(
      try folder.text("record.ndjson") + folder.text("other.ndjson"), to: "both.ndjson")
    #expect(
      try run("both.ndjson").errors
        == "Error: both.ndjson: the record is about 2 patients; "
        + "choose one by --patient: synthetic-1, synthetic-2\n")
    let one = try run("both.ndjson", "--patient", "synthetic-1")
    #expect(one.output == (try run("record.ndjson").output))
    #expect(
      try run("both.ndjson", "--patient", "bob").errors
        == "Error: both.ndjson: the record has no patient bob; "
        + "choose one of synthetic-1, synthetic-2\n")
  }

  @Test func `bad lines are all listed and refuse the record`() throws {
    let record = try folder.text("record.ndjson")
    try folder.write("{}\n" + record + "nonsense\n", to: "bad.ndjson")
    let run = try run("bad.ndjson")
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errorLines.count == 3)
    #expect(run.errorLines[0] == "bad.ndjson: line 1: v: missing; expected 1")
    #expect(
      run.errorLines[2]
        == "Error: bad.ndjson: 2 lines could not be read, listed above; "
        + "correct them, or go on without them by --skip-bad-lines")
  }

  @Test func `bad lines can be left out`() throws {
    try folder.write("{}\n" + folder.text("record.ndjson"), to: "bad.ndjson")
    let run = try run("bad.ndjson", "--skip-bad-lines")
    #expect(run.status == 0)
    #expect(run.errors == "bad.ndjson: line 1: v: missing; expected 1\n")
    #expect(run.output == (try self.run("record.ndjson").output))
  }

  @Test(arguments: [
    (
      ["--at", "2025-12-31"],
      "Error: --at: the record of synthetic-1 holds nothing before 2025-12-31T22:59:59.999Z; "
        + "choose a day from 2026-01-05 on"
    ),
    (
      ["--at", "yesterday"], "Error: The value 'yesterday' is invalid for '--at <date or instant>'"
    ),
    (["--forecast-days", "61"], "Error: --forecast-days: write a number from 0 to 60."),
    (["--baseline-days", "6"], "Error: --baseline-days: write a number from 7 to 3660."),
    (["--site", "nowhere.yaml"], "Error: nowhere.yaml: there is no such file; check the path"),
  ])
  func `options that cannot be used are refused`(options: [String], message: String) throws {
    let run = try Program.run(["review", "record.ndjson"] + options, in: folder)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errorLines.first == message)
  }

  @Test func `an item that nobody rated is named`() throws {
    let run = try run("record.ndjson", "--focus", "moood")
    #expect(run.status == 64)
    #expect(
      run.errors.hasPrefix(
        "Error: --focus moood: no check-in of synthetic-1 has such an item; choose from "))
  }

  @Test func `a site's settings are read, and refused by name`() throws {
    try folder.write(
      """
      kind: site
      schemaVersion: 1
      reliableChanges:
        - {instrument: phq9, points: 5, reason: own data, setBy: Dr A}
      """, to: "site.yaml")
    #expect(try run("record.ndjson", "--site", "site.yaml").status == 0)
    try folder.write("kind: site\nschemaVersion: 1\nreliableChange: []\n", to: "site.yaml")
    let run = try run("record.ndjson", "--site", "site.yaml")
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("Error: --site site.yaml: "))
    #expect(run.errors.contains("reliableChange"))
  }

  @Test func `a site's folder holds settings and wordings, and a file in it is refused by name`()
    throws
  {
    try folder.makeFolder("clinic/wording")
    let empty = try run("record.ndjson", "--site", "clinic")
    #expect(empty.errors.hasPrefix("Error: --site clinic: the folder has neither site.yaml nor"))
    try folder.write(
      "kind: site\nschemaVersion: 1\nswitchedOffRules: [dosing]\n", to: "clinic/site.yaml")
    #expect(try run("record.ndjson", "--site", "clinic").status == 0)
    try folder.write(
      "kind: site\nschemaVersion: 1\nswitchedOffRules: [safety]\n", to: "clinic/site.yaml")
    let crisis = try run("record.ndjson", "--site", "clinic")
    #expect(crisis.status == 64)
    #expect(crisis.errors.contains("the rules of 'safety' are on crises and stay on"))
    try folder.write("kind: wording\nschemaVersion: 1\n", to: "clinic/wording/own.yaml")
    let pack = try run("record.ndjson", "--site", "clinic")
    #expect(pack.status == 64)
    #expect(pack.errors.contains("clinic/wording/own.yaml: line 1: instrument: a value is needed"))
  }

  @Test(arguments: [
    ([UInt8](), "the record holds no entry; name another file"),
    (Array("\n\n".utf8), "the record holds no entry; name another file"),
    (
      [0xFF, 0x00, 0x0A, 0x80],
      "2 lines could not be read, listed above; "
        + "correct them, or go on without them by --skip-bad-lines"
    ),
    (
      Array("t,mood\n".utf8),
      "1 line could not be read, listed above; "
        + "correct them, or go on without them by --skip-bad-lines"
    ),
  ])
  func `what is no record is refused`(bytes: [UInt8], message: String) throws {
    try folder.write(bytes, to: "a.ndjson")
    let run = try run("a.ndjson")
    #expect(run.status == 64)
    #expect(run.errorLines.last == "Error: a.ndjson: \(message)")
  }
}
