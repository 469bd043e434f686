import Foundation
import JSON
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@Suite struct SignalsCommandTests {
  private let folder = Folder()

  /// Item 9 positive, then skipped, then a note closing the first under its identifier.
  private func record(closing: Bool = false) throws -> String {
    var entries = [
      try Entry.response("phq9", answers: ["q9": 2], 1),
      try Entry.response("phq9", answers: ["q1": 0], 2, at: .sample.advanced(byDays: 7)),
      try Entry.response("asrm", total: 8, 3, at: .sample.advanced(byDays: 1)),
    ]
    if closing {
      let id = EntryID(following: .sample(1), as: "self-harm-answer")
      let moment = Instant.sample.advanced(byDays: 8)
      entries.append(
        Entry(
          id: .sample(4), patient: .sample, author: .staff("dr-a"),
          occurred: .instant(moment, .utc),
          fact: .acknowledgement(Acknowledgement(signal: id, action: .closed))))
    }
    return try entries.map { try RecordCodec.encode($0) + "\n" }.joined()
  }

  @Test func `open signals are listed, the more urgent first, with task and source`() throws {
    try folder.write(try record(), to: "record.ndjson")
    let run = try Program.run(["signals", "record.ndjson"], in: folder)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.lines.first?.hasPrefix("For the care team, never for the person.") == true)
    #expect(run.output.contains("person-1, as of 2026-03-09: 3 open signals"))
    let heads = run.lines.filter { $0.hasSuffix("[open]") }.map { $0.prefix(22) }
    #expect(
      heads == ["2 Mar 2026  A question", "3 Mar 2026  A mania sc", "9 Mar 2026  UNKNOWN: A"])
    #expect(run.output.contains("by when: the same day"))
    #expect(run.output.contains("by when: by your clinic's protocol"))
    #expect(run.output.contains("not yet second-read"))
  }

  @Test func `a closed one is counted, and shown by --all`() throws {
    try folder.write(try record(closing: true), to: "record.ndjson")
    let run = try Program.run(["signals", "record.ndjson"], in: folder)
    #expect(run.output.contains("2 open signals"))
    #expect(run.output.contains("1 more closed"))
    let all = try Program.run(
      ["signals", "record.ndjson", "--all", "--format", "json"], in: folder)
    let json = try JSONValue(parsing: Array(all.output.utf8))
    #expect(json["open"] == .number(2) && json["notShown"] == .number(0))
    #expect(json["signals"]?[2]?["isOpen"] == .bool(false))
    #expect(json["signals"]?[2]?["standing"] == .string("closed on 10 Mar 2026"))
    #expect(json["signals"]?[1]?["finding"] == .string("unknown"))
  }

  @Test func `what came after the chosen day is left out`() throws {
    try folder.write(try record(closing: true), to: "record.ndjson")
    let run = try Program.run(["signals", "record.ndjson", "--at", "2026-03-02"], in: folder)
    #expect(run.output.contains("1 open signal\n"))
  }

  @Test func `the patient's report says nothing of signals, the team's does`() throws {
    try folder.write(try record(), to: "record.ndjson")
    for format in ["text", "html", "json"] {
      let own = try Program.run(
        ["review", "record.ndjson", "--for", "patient", "--format", format], in: folder)
      let team = try Program.run(
        ["review", "record.ndjson", "--format", format], in: folder)
      for word in ["self-harm-answer", "mania-score"] {
        #expect(!own.output.contains(word) && team.output.contains(word), "\(format)")
      }
    }
  }

  @Test func `a site's deadline stands in the list`() throws {
    try folder.write(try record(), to: "record.ndjson")
    try folder.write(
      """
      kind: site
      schemaVersion: 1
      signalDeadlines:
        - {signal: mania-score, by: within two working days, setBy: Dr A}

      """, to: "site.yaml")
    let run = try Program.run(["signals", "record.ndjson", "--site", "site.yaml"], in: folder)
    #expect(run.output.contains("by when: within two working days (set by Dr A)"))
  }
}
