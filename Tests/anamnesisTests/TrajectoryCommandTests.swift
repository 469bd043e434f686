import Foundation
import JSON
import TestKit
import Testing

@Suite struct TrajectoryCommandTests {
  private let folder = Folder()

  private func json(_ arguments: [String]) throws -> JSONValue {
    let run = try Program.run(["trajectory"] + arguments + ["--format", "json"], in: folder)
    #expect(run.errors == "")
    try #require(run.status == 0)
    return try JSONValue(parsing: Array(run.output.utf8))
  }

  private func number(_ value: JSONValue?) throws -> Double {
    guard case .number(let number) = value else { throw Absent() }
    return number.value
  }

  private struct Absent: Error {}

  /// Reference: KFAS 1.5.1 and an own computation, in `RECIPES.md` of the reference data, check 4.
  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `the daily diary gives the likelihood, variances and coefficients of KFAS`() throws {
    let file = SharedData.url("longitudinal/reference/kossakowski_daily_bench_input.csv").path
    let result = try json([
      file, "--time", "day", "--outcome", "down", "--regressors", "sleep,dose,phys_lag",
    ])
    #expect(abs(try number(result["logLikelihood"]) - -177.175_595_90) < 1e-7)
    #expect(abs(try number(result["variances"]?["noise"]) - 0.237_012_5) < 1e-7)
    #expect(abs(try number(result["variances"]?["levelPerDay"]) - 0.000_432_32) < 1e-8)
    let expected = [("sleep", -0.080_345_0, 0.0329), ("dose", -0.015_556_0, 0.0743)]
    for (index, (name, estimate, error)) in expected.enumerated() {
      let coefficient = result["coefficients"]?[index]
      #expect(coefficient?["name"] == .string(name))
      #expect(abs(try number(coefficient?["estimate"]) - estimate) < 1e-6)
      #expect(abs(try number(coefficient?["standardError"]) - error) < 5e-5)
    }
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `the daily diary gives the path of KFAS`() throws {
    let file = SharedData.url("longitudinal/reference/kossakowski_daily_bench_input.csv").path
    let result = try json([
      file, "--time", "day", "--outcome", "down", "--regressors", "sleep,dose,phys_lag",
    ])
    let path = try SharedData.columns("longitudinal/reference/kossakowski_localLevel_KFAS.csv")
    let levels = try #require(path["level"]).compactMap(Double.init)
    let variances = try #require(path["var"]).compactMap(Double.init)
    try #require(levels.count == 239)
    for index in levels.indices {
      let step = result["path"]?[index]
      #expect(step?["time"] == .number(index + 1))
      #expect(abs(try number(step?["level"]) - levels[index]) < 1e-6)
      #expect(
        abs(try number(step?["levelStandardError"]) - variances[index].squareRoot()) < 1e-6)
    }
  }

  @Test func `a row without an outcome stays on the path`() throws {
    var values = Samples.digits
    values[4] = ""
    try folder.write(Samples.series(values), to: "a.csv")
    let result = try json(["a.csv", "--outcome", "y"])
    #expect(result["observations"] == .number(39))
    #expect(result["times"] == .number(40))
    #expect(result["path"]?[4]?["time"] == .number(5))
  }

  @Test func `dates are times too, and are written back`() throws {
    let rows = Samples.digits.enumerated().map { "2026-03-\($0 < 9 ? "0" : "")\($0 + 1),\($1)\n" }
    try folder.write("date,y\n" + rows.prefix(31).joined(), to: "a.csv")
    try folder.write(Samples.series(Array(Samples.digits.prefix(31))), to: "b.csv")
    let dated = try json(["a.csv", "--outcome", "y", "--time", "date"])
    let counted = try json(["b.csv", "--outcome", "y", "--time", "day"])
    #expect(dated["path"]?[30]?["time"] == .string("2026-03-31"))
    #expect(abs(try number(dated["logLikelihood"]) - number(counted["logLikelihood"])) < 1e-9)
  }

  @Test func `rows out of order give the same answer`() throws {
    let days = Array(1...40)
    let pairs = zip(days, Samples.digits).map { ($0, $1) }.reversed()
    try folder.write(Samples.series(Samples.digits, days: days), to: "a.csv")
    try folder.write(Samples.series(pairs.map(\.1), days: pairs.map(\.0)), to: "b.csv")
    let arguments = ["--time", "day", "--outcome", "y"]
    let forwards = try json(["a.csv"] + arguments)
    #expect(try json(["b.csv"] + arguments) == forwards)
  }

  @Test func `a missing regressor beside an outcome is refused and counted`() throws {
    try folder.write("y,x\n1,\n2,1\n,\n4,\n5,2\n4,3\n6,5\n", to: "a.csv")
    let arguments = ["trajectory", "a.csv", "--outcome", "y", "--regressors", "x"]
    let run = try Program.run(arguments, in: folder)
    #expect(run.status == 64)
    #expect(
      run.errors
        == "Error: a.csv: line 2: 2 rows with an outcome, this one first, lack a regressor; "
        + "fill them, or leave their outcomes out with --drop-incomplete\n")
  }

  @Test func `incomplete rows can be left out, and stay on the path`() throws {
    try folder.write("y,x\n1,\n2,1\n,\n4,\n5,2\n4,3\n6,5\n", to: "a.csv")
    let result = try json(["a.csv", "--outcome", "y", "--regressors", "x", "--drop-incomplete"])
    #expect(result["observations"] == .number(4))
    #expect(result["times"] == .number(7))
  }

  @Test(arguments: [
    ["--affect"], ["--method", "posterior"], ["--affect", "--method", "posterior"],
  ])
  func `the other models answer as well`(options: [String]) throws {
    try folder.write(Samples.series(Samples.digits), to: "a.csv")
    let result = try json(["a.csv", "--outcome", "y"] + options)
    #expect(try number(result["logLikelihood"]) < 0)
    #expect(try number(result["variances"]?["noise"]) > 0)
    #expect((result["variances"]?["affect"] != nil) == options.contains("--affect"))
  }
}
