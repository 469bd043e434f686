import Foundation
import JSON
import TestKit
import Testing

@Suite struct EarlyWarningCommandTests {
  private let folder = Folder()

  private func beeps(days: Int, date: Bool = false) -> String {
    var text = "day,beep,a,b\n"
    for day in 1...days {
      for beep in 1...4 {
        let place = Double(day * 4 + beep)
        let label =
          date ? "2026-0\(1 + (day - 1) / 28)-\(day % 28 < 9 ? "0" : "")\(day % 28 + 1)" : "\(day)"
        text += "\(label),\(beep),\(sin(place * place)),\(cos(1.3 * place * place))\n"
      }
    }
    return text
  }

  /// Reference: `RECIPES.md` of the reference data, check 3.
  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `a published case is told as a research panel`() throws {
    let file = SharedData.url("longitudinal/kossakowski_csd.csv").path
    let run = try Program.run(
      [
        "early-warning", file, "--outcome", "pat_restl", "--by-day", "dayno", "--beep", "beepno",
        "--from", "30", "--to", "127", "--series", "400",
      ], in: folder)
    #expect(run.status == 0)
    #expect(run.lines.first?.contains("not an alarm") == true)
    #expect(run.lines.first?.contains("26 to 33 %") == true)
    #expect(run.lines.first?.contains("must not drive a decision") == true)
    #expect(run.lines.contains("98 windows of 30 days, ending on 30 to 127"))
    let rows = run.lines.filter { $0.hasPrefix("pat_restl  ") }
    try #require(rows.count == 2)
    #expect(rows[0].contains("0.140  0.291  0.373"))
    #expect(rows[0].hasSuffix("not beyond chance"))
    #expect(rows[1].contains("0.408  0.976  0.643"))
    #expect(rows[1].hasSuffix("just beyond chance"))
  }

  @Test func `several items are judged together, in JSON too`() throws {
    try folder.write(beeps(days: 60), to: "a.csv")
    let run = try Program.run(
      [
        "early-warning", "a.csv", "--outcome", "a,b", "--by-day", "day", "--beep", "beep",
        "--lag-rule", "adjacent-beep", "--window", "14", "--series", "200", "--format", "json",
      ], in: folder)
    let result = try JSONValue(parsing: Array(run.output.utf8))
    #expect(run.status == 0)
    #expect(result["lagRule"] == .string("adjacent-beep"))
    #expect(result["windows"] == .number(47))
    #expect(result["joint"]?["trends"] == .number(5))
    #expect(result["connectivity"]?["statistic"] == .string("connectivity"))
  }

  @Test func `dates stay dates`() throws {
    try folder.write(beeps(days: 56, date: true), to: "a.csv")
    let run = try Program.run(
      [
        "early-warning", "a.csv", "--outcome", "a", "--by-day", "day", "--window", "14",
        "--to", "2026-02-20", "--series", "200",
      ], in: folder)
    #expect(run.errors == "")
    #expect(run.lines.contains { $0.hasSuffix("ending on 2026-01-14 to 2026-02-20") })
  }

  @Test func `what cannot be used is refused with place and cure`() throws {
    try folder.write(beeps(days: 60), to: "a.csv")
    func errors(_ arguments: String...) throws -> String {
      let run = try Program.run(
        ["early-warning", "a.csv", "--by-day", "day"] + arguments, in: folder)
      #expect(run.status == 64)
      return run.errors
    }
    #expect(try errors("--outcome", "a", "--window", "3").contains("from 7 to 365"))
    #expect(try errors("--outcome", "a,a").contains("each once"))
    #expect(try errors("--outcome", "a", "--series", "1").contains("from 200 to 100000"))
    #expect(
      try errors("--outcome", "a", "--lag-rule", "adjacent-beep").contains("add --beep"))
    #expect(try errors("--outcome", "a", "--beep", "b").contains("missing or not whole"))
    #expect(
      try errors("--outcome", "a", "--from", "2026-01-01").contains("write it like 1"))
    #expect(
      try errors("--outcome", "a", "--window", "55").contains("not enough data yet for windows"))
  }
}
