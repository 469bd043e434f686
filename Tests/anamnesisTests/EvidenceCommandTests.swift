import Foundation
import JSON
import Testing

@Suite struct EvidenceCommandTests {
  private let folder = Folder()

  @Test func `the text says first what speaks for and against`() throws {
    let run = try Program.run(["evidence"], in: folder)
    #expect(run.status == 0 && run.errors == "")
    let lines = run.lines
    let short = try #require(lines.firstIndex(of: "In short"))
    let rest = try #require(lines.firstIndex { $0.hasPrefix("What speaks for the theory") })
    #expect(short < rest)
    #expect(lines[short...rest].contains { $0.contains("against it") })
  }

  /// metafor 3.8-1: `rma(yi, sei^2, method = "REML", test = "adhoc")`.
  @Test func `pooled numbers are those of metafor, and general knowledge enters when asked`() throws
  {
    func pools(_ arguments: [String]) throws -> JSONValue {
      let run = try Program.run(["evidence", "--format", "json"] + arguments, in: folder)
      try #require(run.status == 0)
      return try JSONValue(parsing: Array(run.output.utf8))
    }
    let plain = try pools([])
    guard case .number(let estimate) = plain["pools"]?[0]?["analysis"]?["value"]?["estimate"],
      case .array(let effects) = plain["pools"]?[3]?["effects"],
      case .array(let more) = try pools(["--include-uncertain"])["pools"]?[3]?["effects"]
    else {
      Issue.record("the pools are missing")
      return
    }
    #expect(abs(estimate.value - 0.257728014302) < 1e-9)
    #expect(effects.count == 7 && more.count == 9)
  }

  @Test func `the page is one file without script`() throws {
    let run = try Program.run(["evidence", "--format", "html"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("<!DOCTYPE html>") && run.output.contains("c-pooled"))
    #expect(!run.output.contains("<script"))
  }

  @Test func `a treatment nobody wrote about is named, with those there are`() throws {
    let run = try Program.run(["evidence", "--treatment", "bloodletting"], in: folder)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.contains("bloodletting") && run.errors.contains("exercise"))
    #expect(try Program.run(["evidence", "--treatment", " "], in: folder).status == 64)
  }
}
