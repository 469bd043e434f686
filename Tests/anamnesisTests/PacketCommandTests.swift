import Foundation
import JSON
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@Suite struct PacketCommandTests {
  private let folder = Folder()

  private func write() throws {
    let entries = [
      try Entry.response("phq9", total: 21, 1),
      try Entry.response("phq9", total: 17, 2, at: .sample.advanced(byDays: 28)),
    ]
    try folder.write(
      entries.map { try RecordCodec.encode($0) + "\n" }.joined(), to: "record.ndjson")
    try folder.write(
      """
      trials:
        - { treatment: sertraline, dose: 200 mg, weeks: 10, adherence: 1, response: none, ended: lackOfEffect, episode: current }
        - { treatment: venlafaxine, dose: 225 mg, weeks: 10, adherence: 1, response: none, ended: lackOfEffect, episode: current }

      """, to: "trials.yaml")
  }

  private let packet = ["packet", "record.ndjson", "--policy", "cp-bh-200"]

  @Test func `each criterion is met, not met or not documented, with what it rests on`() throws {
    try write()
    let run = try Program.run(
      packet + ["--trials", "trials.yaml", "--state", "adult=yes,sessions=no"], in: folder)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.lines.first?.hasPrefix("A draft for the clinician who applies.") == true)
    #expect(run.output.contains("3 met, 1 not met, 8 not documented"))
    for line in [
      "  scale: met", "    by: PHQ-9 17 on 2026-03-30", "  failed-trials: met", "  adult: met",
      "  sessions: not met", "  no-bipolar: not documented",
    ] {
      #expect(run.lines.contains(line), "\(line)")
    }
    #expect(run.output.contains("look up the payer's own dated policy"))
    #expect(run.output.contains("PHQ-9: baseline 21 on 2026-03-02"))
    #expect(run.output.contains("change -4"))
  }

  @Test func `text and JSON say the same`() throws {
    try write()
    let run = try Program.run(packet + ["--format", "json"], in: folder)
    let json = try JSONValue(parsing: Array(run.output.utf8))
    #expect(json["standing"] == .string("datesNotRecorded"))
    #expect(json["criteria"]?[1]?["finding"] == .string("met"))
    #expect(json["criteria"]?[2]?["finding"] == .string("not documented"))
    #expect(json["scores"]?[0]?["changePoints"] == .number(-4))
  }

  @Test func `the policies are listed with certainty and without a day that no source gave`() throws
  {
    let run = try Program.run(["packet", "--list"], in: folder)
    #expect(run.lines.count { $0.contains("first day not recorded") } == 6)
    #expect(run.output.contains("cp-bh-200: TMS") && run.output.contains("esketamine-us"))
    #expect(run.output.contains("not yet second-read"))
  }

  @Test(arguments: [
    (["--policy", "nobody"], "choose one of cp-bh-200"),
    (["--policy", "cp-bh-200", "--state", "moon=yes"], "no criterion 'moon'"),
    (["--policy", "cp-bh-200", "--state", "adult=maybe"], "adult=maybe"),
    (["--list"], "Name a record and a policy"), ([], "--policy"),
  ])
  func `a fault names the option and the cure`(options: [String], said: String) throws {
    try write()
    let run = try Program.run(["packet", "record.ndjson"] + options, in: folder)
    #expect(run.status == 64 && run.output == "" && run.errors.contains(said))
  }
}
