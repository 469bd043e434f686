import Foundation
import JSON
import Testing

@Suite struct TaperCommandTests {
  private let example = [
    "taper", "citalopram", "--from", "40mg", "--tablets", "20,10", "--liquid", "2mg/ml", "--step",
    "10", "--every", "2w",
  ]

  private func run(_ arguments: [String]) throws -> Program.Run {
    try Program.run(arguments, in: Folder())
  }

  @Test func `the example of the page is for clinicians first, and made up to the last mark`()
    throws
  {
    let run = try run(example + ["--start", "2026-11-30"])
    #expect(run.status == 0 && run.errors == "")
    #expect(run.lines.first?.hasPrefix("For clinicians") == true)
    let rows = run.lines.filter { $0.hasPrefix("202") }
    #expect(rows.count == 10)
    #expect(rows.first?.contains("13.6 mg") == true && rows.first?.hasSuffix("6.8 ml") == true)
    #expect(rows.last?.hasPrefix("2027-04-05") == true && rows.last?.contains("stop") == true)
    #expect(run.output.contains("LARGE STEP: from 40 mg to 13.6 mg 34 % of the dose is kept"))
    #expect(run.output.contains("not yet second-read"))
  }

  @Test func `text and JSON say the same`() throws {
    let run = try run(example + ["--format", "json"])
    try #require(run.status == 0)
    let json = try JSONValue(parsing: Array(run.output.utf8))
    guard case .string(let audience) = json["audience"] else {
      Issue.record("no audience")
      return
    }
    #expect(audience.contains("not for patients"))
    #expect(json["steps"]?[0]?["level"]?["milligrams"] == .number(13.6))
    #expect(json["steps"]?[0]?["level"]?["makeUp"]?["millilitres"] == .number(6.8))
    #expect(json["steps"]?[9]?["level"]?["milligrams"] == .number(0))
    #expect(json["ending"]?["kind"] == .string("stopped"))
    #expect(json["risk"]?["tier"] == .string("high"))
  }

  @Test func `the published schedule flags its last step`() throws {
    let run = try run(["taper", "citalopram", "--from", "40mg", "--mode", "preset"])
    #expect(run.status == 0)
    #expect(
      run.output.contains("Fast: from 10 mg to nothing predicted occupancy falls by 71.6 points"))
  }

  @Test func `a large step is marked in its row and beneath the table`() throws {
    let run = try run(example)
    let first = try #require(run.lines.first { $0.hasPrefix("day 0") })
    #expect(first.contains("34 % LARGE STEP"))
    #expect(run.lines.contains { $0.hasPrefix("LARGE STEPS") && $0.contains("--cautious") })
    #expect(run.output.contains("published points of the curve"))
  }

  @Test func `an abrupt stop is no complete schedule, in text and JSON`() throws {
    let arguments = [
      "taper", "venlafaxine", "--form", "immediate-release", "--from", "75mg", "--tablets", "75",
      "--mode", "proportional",
    ]
    let text = try run(arguments)
    #expect(text.lines.contains { $0.hasPrefix("NOT COMPLETE") && $0.contains("56.250 to 75") })
    #expect(!text.lines.contains { $0.hasPrefix("day 0") })
    let json = try JSONValue(
      parsing: Array(try run(arguments + ["--format", "json"]).output.utf8))
    #expect(json["ending"]?["kind"] == .string("blocked"))
    #expect(json["ending"]?["cause"] == .string("abruptStop"))
  }

  @Test func `without a model the columns of occupancy are left out`() throws {
    let run = try run([
      "taper", "mirtazapine", "--from", "45mg", "--tablets", "15", "--splitting", "halves",
      "--mode", "proportional",
    ])
    #expect(run.status == 0 && !run.output.contains("occupancy"))
    #expect(run.lines.contains { $0.hasPrefix("day 0") && $0.contains("1 x 15 mg + 1/2 x 15 mg") })
  }

  @Test(arguments: [
    (["mirtazapine", "--from", "45mg", "--tablets", "15"], "A guideline allows reductions"),
    (["venlafaxine", "--from", "75mg", "--tablets", "75"], "name the form by --form"),
    (["citalopram", "--from", "40mg"], "--tablets 20,10 or --liquid 2mg/ml"),
    (["citalopram", "--from", "0mg", "--tablets", "20"], "--from: a dose of 0mg"),
    (["citalopram", "--from", "nanmg", "--tablets", "20"], "--from: 'nanmg' is no decimal number"),
    (["citalopram", "--from", "40mg", "--tablets", "x"], "--tablets: 'x' is no decimal number"),
    (["citalopram", "--from", "40mg", "--liquid", "2"], "--liquid: '2' is no liquid"),
    (["citalopram", "--from", "40mg", "--tablets", "20", "--every", "0d"], "give 7 or more"),
    (["citalopram", "--from", "40mg", "--tablets", "20", "--step", "0"], "above 0 to 100"),
    (["citalopram", "--from", "40mg", "--tablets", "20", "--start", "now"], "--start: 'now'"),
    (["citalopram", "--from", "40mg", "--tablets", "20", "--step", "5", "--fast"], "Give one of"),
    (["citalopram", "--from", "40g", "--tablets", "20"], "check the number and its unit"),
    (["nobody", "--from", "40mg", "--tablets", "20"], "not in the catalogue"),
  ])
  func `what cannot be used is named with its cure`(
    _ arguments: [String], _ message: String
  ) throws {
    let run = try run(["taper"] + arguments)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
