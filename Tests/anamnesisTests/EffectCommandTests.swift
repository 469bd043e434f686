import Foundation
import JSON
import TestKit
import Testing

@Suite struct EffectCommandTests {
  private let folder = Folder()

  private func json(_ arguments: [String]) throws -> JSONValue {
    let run = try Program.run(["effect"] + arguments + ["--format", "json"], in: folder)
    #expect(run.errors == "")
    try #require(run.status == 0)
    return try JSONValue(parsing: Array(run.output.utf8))
  }

  private func number(_ value: JSONValue?) throws -> Double {
    guard case .number(let number) = value else { throw Absent() }
    return number.value
  }

  private struct Absent: Error {}

  private static let dosage = [
    "--time", "day", "--outcome", "down", "--regressors", "sleep,phys_lag", "--at", "99",
    "--method", "ml",
  ]

  /// Reference: `RECIPES.md` of the reference data, check 5.
  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `the day on which the dose reached 0 is flagged as not uniquely dated`() throws {
    let file = SharedData.url("longitudinal/reference/kossakowski_daily_bench_input.csv").path
    let result = try json([file] + Self.dosage)
    #expect(abs(try number(result["effect"]?["estimate"]) - 0.0197) < 5e-5)
    #expect(abs(try number(result["effect"]?["standardError"]) - 0.1383) < 5e-5)
    let mean = result["forecast"]?["mean"]
    #expect(abs(try number(mean?["estimate"]) - 0.1772) < 5e-5)
    #expect(abs(try number(mean?["standardError"]) - 0.0529) < 5e-5)
    #expect(abs(try number(mean?["lower95"]) - 0.074) < 5e-4)
    #expect(abs(try number(mean?["upper95"]) - 0.281) < 5e-4)
    let placebo = result["placebo"]
    #expect(placebo?["rank"] == .number(192))
    #expect(placebo?["count"] == .number(225))
    #expect(placebo?["likeliest"] == .number(129))
    #expect(placebo?["largestZ"] == .number(128))
    #expect(placebo?["likely"] == .array((127...133).map { .number($0) }))
    #expect(placebo?["isUniquelyDated"] == .bool(false))
    #expect(result["cautions"]?[1]?["kind"] == .string("notUniquelyDated"))
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `the table of dates is printed`() throws {
    let file = SharedData.url("longitudinal/reference/kossakowski_daily_bench_input.csv").path
    let run = try Program.run(
      ["effect", file] + Self.dosage + ["--also", "phase change=98"], in: folder)
    #expect(run.status == 0)
    for line in [
      "none                                                    -175.4686   -167.2645",
      "99 (asked)         +0.0197          0.1383  +0.14       -176.5362   -166.3351",
      "127                +0.2726          0.0636  +4.28       -171.8844   -161.6539",
      "128 (largest |z|)  +0.2855          0.0642  +4.45       -171.0956   -160.8664",
      "129 (likeliest)    +0.3020          0.0720  +4.19       -170.8979   -160.6696",
      "day 99 ranks 192 of 225 by |z|",
      "- not uniquely dated: days 127 to 133 fit better than day 99 by more than 2 units of "
        + "log-likelihood",
      "- at about the same time: phase change (day 98)",
    ] {
      #expect(run.lines.contains { $0.hasPrefix(line) }, "\(line)\n\(run.output)")
    }
  }

  @Test func `steps, ramps and fading sessions answer`() throws {
    try folder.write(Samples.series(Samples.digits), to: "a.csv")
    let arguments = ["a.csv", "--time", "day", "--outcome", "y"]
    let step = try json(arguments + ["--at", "20"])
    #expect(step["shape"] == .string("step"))
    #expect(step["before"] == .number(19))
    #expect(step["timeConstants"] == .array([]))
    let ramp = try json(arguments + ["--at", "20", "--shape", "ramp", "--ramp-days", "7"])
    #expect(ramp["rampDays"] == .number(7))
    let decay = try json(
      arguments + ["--at", "20", "--at", "24", "--at", "22", "--shape", "decay", "--affect"])
    #expect(decay["at"] == .array([20, 22, 24].map { .number($0) }))
    let weights = try (0..<5).map { try number(decay["timeConstants"]?[$0]?["weight"]) }
    #expect(abs(weights.reduce(0, +) - 1) < 1e-9)
    #expect(try number(decay["variances"]?["affect"]) > 0)
  }

  @Test func `dates are written back, and numbers among dates refused`() throws {
    let rows = Samples.digits.prefix(31).enumerated().map {
      "2026-03-\($0 < 9 ? "0" : "")\($0 + 1),\($1)\n"
    }
    try folder.write("date,y\n" + rows.joined(), to: "a.csv")
    let arguments = ["a.csv", "--outcome", "y", "--time", "date"]
    let result = try json(
      arguments + ["--at", "2026-03-16", "--also", "holiday=2026-03-18", "--also", "x=2026-01-01"])
    #expect(result["at"] == .array([.string("2026-03-16")]))
    #expect(
      result["concurrent"]
        == .array([.object(["name": .string("holiday"), "time": .string("2026-03-18")])]))
    let run = try Program.run(["effect"] + arguments + ["--at", "16"], in: folder)
    #expect(run.status == 64)
    #expect(
      run.errors
        == "Error: --at: 16 is not written like the times of the file; write it like 2026-03-01\n")
  }

  @Test func `what cannot be told is refused by name`() throws {
    try folder.write(Samples.series(Samples.digits), to: "a.csv")
    let arguments = ["effect", "a.csv", "--time", "day", "--outcome", "y"]
    for (options, words) in [
      (["--at", "5"], "4 observed, 7 needed"),
      (["--at", "90"], "lies outside the readings, which run from day 1 to day 40"),
      ([], "--at: say when it was done."),
      (["--at", "20", "--ramp-days", "3"], "--ramp-days: only a --shape ramp"),
      (["--at", "20", "--shape", "ramp", "--ramp-days", "0"], "a ramp takes more than 0"),
      (["--at", "20", "--also", "holiday"], "holiday"),
      (["--at", "20", "--window", "nan"], "--window"),
    ] {
      let run = try Program.run(arguments + options, in: folder)
      #expect(run.status == 64)
      #expect(run.errors.contains(words), "\(run.errors)")
      #expect(run.output == "")
    }
  }
}
