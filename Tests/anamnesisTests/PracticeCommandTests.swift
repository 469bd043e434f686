import Foundation
import JSON
import TestKit
import Testing

@Suite struct PracticeCommandTests {
  private let folder = Folder()

  private struct Absent: Error {}

  private func number(_ value: JSONValue?) throws -> Double {
    guard case .number(let number) = value else { throw Absent() }
    return number.value
  }

  private func json(_ arguments: [String]) throws -> JSONValue {
    let run = try Program.run(["practice"] + arguments + ["--format", "json"], in: folder)
    #expect(run.errors == "")
    try #require(run.status == 0, "\(run.errors)")
    return try JSONValue(parsing: Array(run.output.utf8))
  }

  private func failure(_ arguments: [String]) throws -> String {
    let run = try Program.run(["practice"] + arguments, in: folder)
    #expect(run.status == 64)
    #expect(run.output == "")
    return run.errors
  }

  /// Forty memories, each reviewed five times at growing gaps; every fourth review is forgotten.
  private func sample() -> String {
    var rows = ["card,time,grade"]
    for card in 0..<40 {
      for (review, day) in [0, 1, 3, 8, 20].enumerated() {
        let grade = (card * 3 + review * 5) % 4 == 0 ? 1 : 3
        rows.append("memory \(card),\(day),\(grade)")
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `a log of Anki is fitted better than fsrs-rs fits it`() throws {
    let source = SharedData.url("memory/fsrs_reviewlog_josh_12580.csv.gz").path
    let made = try Program.shell("gzip -dc '\(source)' > anki.csv", in: folder)
    try #require(made.status == 0)
    let columns = ["--card", "card_id", "--time", "review_time", "--grade", "review_rating"]
    let result = try json(
      ["optimise", "anki.csv", "--days", "calendar", "--folds", "2"] + columns)
    #expect(result["reviews"] == .number(12_580))
    #expect(result["predictions"] == .number(6032))
    #expect(abs(try number(result["logLoss"]?["start"]) - 0.466_661_118_8) < 1e-8)
    #expect(try number(result["logLoss"]?["fitted"]) < 0.4552)
    #expect(result["converged"] == .bool(true))
    #expect(result["checks"]?[1]?["of"] == .string("later reviews"))
  }

  @Test func `fitted weights can be given to the other commands`() throws {
    try folder.write(sample(), to: "a.csv")
    let run = try Program.run(["practice", "optimise", "a.csv", "--format", "json"], in: folder)
    try #require(run.status == 0)
    try folder.write(run.output, to: "weights.json")
    let fitted = try json(["calibration", "a.csv", "--weights", "weights.json"])
    let defaults = try json(["calibration", "a.csv"])
    #expect(try number(fitted["logLoss"]) < number(defaults["logLoss"]))
    #expect(defaults["predictions"] == .number(160))
    let few = ["simulate", "--memories", "20", "--days", "30"]
    #expect(try json(few + ["--weights", "weights.json"]) != json(few))
  }

  @Test func `numbers of days, dates and instants are the same times`() throws {
    try folder.write(sample(), to: "a.csv")
    for (name, suffix) in [("b.csv", ""), ("c.csv", "T00:00:00+00:00")] {
      let dated = sample().replacing(#/,(\d+),/#) { match in
        ",2026-03-\(String(format: "%02d", (Int(match.1) ?? 0) + 1))\(suffix),"
      }
      try folder.write(dated, to: name)
    }
    let expected = try json(["calibration", "a.csv"])
    #expect(try json(["calibration", "b.csv"]) == expected)
    #expect(try json(["calibration", "c.csv"]) == expected)
  }

  @Test func `the report in words names the verdict`() throws {
    try folder.write(sample(), to: "a.csv")
    let run = try Program.run(["practice", "calibration", "a.csv"], in: folder)
    #expect(run.lines.first == "160 of 200 reviews foretold, 40 memories")
    #expect(
      run.lines.last == "Less is recalled than foretold: do not rely on these probabilities.")
    let cross = try Program.run(["practice", "calibration", "a.csv", "--fitted"], in: folder)
    #expect(cross.lines.first?.hasSuffix("each by weights fitted to the others") == true)
    let fit = try Program.run(["practice", "optimise", "a.csv", "--progress"], in: folder)
    #expect(fit.errors.contains("fits …"))
    #expect(fit.output.contains("w20"))
  }

  @Test func `a simulation keeps to its budget`() throws {
    let arguments = ["simulate", "--memories", "40", "--days", "60"]
    let free = try json(arguments)
    let most = try number(free["outcomes"]?[27]?["minutesPerDay"])
    let bound = try json(arguments + ["--minutes", "\(most * 0.7)"])
    #expect(try number(bound["chosen"]?["minutesPerDay"]) <= most * 0.7)
    #expect(free["outcomes"] == bound["outcomes"])
    let text = try Program.run(["practice"] + arguments, in: folder)
    #expect(text.lines.last?.hasPrefix("Desired retention 0.") == true)
    #expect(text.lines.count { $0.contains(" <") } == 1)
  }

  @Test func `too few reviews are refused with what is missing`() throws {
    try folder.write("card,time,grade\na,0,3\na,2,3\n", to: "a.csv")
    #expect(
      try failure(["calibration", "a.csv"])
        == "Error: a.csv: not enough data yet for a calibration report (reviews a day or more after "
        + "the one before): 1 observed, 64 needed\n")
    #expect(try failure(["optimise", "a.csv"]).contains("1 observed, 64 needed"))
  }

  @Test(arguments: [
    ("card,time,grade\na,0,5\n", "a.csv: line 2, column grade: 5 is no grade"),
    ("card,time,grade\na,0,2.5\n", "line 2, column grade: 2.5 is no grade"),
    ("card,time,grade\na,0,\n", "line 2, column grade: the grade is missing"),
    ("card,time,grade\na,soon,3\n", "line 2, column time: \"soon\" is no time"),
    ("card,time,grade\na,1711684180217,3\n", "line 2, column time: \"1711684180217\" is no time"),
    ("card,time,grade\n ,1,3\n", "line 2, column card: the cell is empty"),
    ("card,time,grade\n", "the file has a header and no rows"),
    ("memory,time,grade\na,1,3\n", "card"),
  ])
  func `what cannot be read is named`(text: String, message: String) throws {
    try folder.write(text, to: "a.csv")
    #expect(try failure(["optimise", "a.csv"]).contains(message))
  }

  @Test func `options out of range are refused`() throws {
    try folder.write(sample(), to: "a.csv")
    try folder.write("[1, 2]", to: "short.json")
    try folder.write("{}", to: "empty.json")
    let cases: [([String], String)] = [
      (["optimise", "a.csv", "--folds", "1"], "--folds"),
      (["optimise", "a.csv", "--prior", "2000"], "prior strength 2000.0"),
      (["optimise", "a.csv", "--card", "time"], "named twice"),
      (["calibration", "a.csv", "--bins", "1"], "1 bins"),
      (["calibration", "a.csv", "--confidence", "1"], "confidence 1.0"),
      (["calibration", "a.csv", "--weights", "short.json"], "2 weights"),
      (["calibration", "a.csv", "--weights", "empty.json"], "holds no weights"),
      (["calibration", "a.csv", "--weights", "a.csv"], "a.csv"),
      (["calibration", "a.csv", "--weights", "short.json", "--fitted"], "not both"),
      (["simulate", "--memories", "0"], "0 memories"),
      (["simulate", "--days", "nan"], "nan days"),
      (["simulate", "--new-per-day", "0"], "0 new a day"),
      (["simulate", "--seconds", "1,2"], "seconds"),
      (["simulate", "--minutes", "0.001"], "too few"),
    ]
    for (arguments, message) in cases {
      let errors = try failure(arguments)
      #expect(errors.contains(message), "\(arguments): \(errors)")
    }
  }
}
