import Foundation
import JSON
import TestKit
import Testing

@Suite struct ChangePointsCommandTests {
  private let folder = Folder()

  /// By hand: means 1 and 5.25; residual 36.875 about one mean, 0.75 about two; supF is
  /// 36.125 / (0.75 / 6); BIC is n log 2π + n log(RSS/n) + n + (2m+2) log n.
  @Test func `a step is found where it is`() throws {
    try folder.write(Samples.series(["1", "1", "1", "1", "5", "5", "5", "6"]), to: "a.csv")
    let run = try Program.run(
      ["changepoints", "a.csv", "--time", "day", "--outcome", "y"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        y: 1 change in 8 values
          between 4 and 5, after 4 values
          mean 1.000000, then 5.250000

        changes   residual        BIC  after values
        0        36.875000  39.086638             -
        1 *       0.750000  12.083794             4

        supF of one change against none: 289.0000

        """)
  }

  /// Reference: `RECIPES.md` of the reference data, check 1.
  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `the weekly ratings change once, between day 127 and day 141`() throws {
    let file = SharedData.url("longitudinal/kossakowski_csd.csv").path
    let run = try Program.run(
      ["changepoints", file, "--outcome", "scl90r_dep", "--once-per", "dayno"], in: folder)
    #expect(run.status == 0)
    #expect(
      run.lines.prefix(2) == [
        "scl90r_dep: 1 change in 28 values",
        "  between 127 and 141, after 16 values (95 %: between 113 and 148)",
      ])
    #expect(
      run.lines.dropFirst(2).prefix(6) == [
        "  mean 1.254875, then 1.980750",
        "changes  residual        BIC  after values",
        "0        5.161757  38.778997             -",
        "1 *      1.548766  11.736487            16",
        "2        1.353484  14.627152        10, 16",
        "3        1.297899  20.117388    10, 16, 24",
      ])
    #expect(run.lines.last == "supF of one change against none: 60.6533")
  }

  @Test func `times in disorder are put in order`() throws {
    try folder.write(
      Samples.series(
        ["5", "1", "5", "1", "6", "1", "5", "1"], days: [5, 1, 6, 2, 8, 3, 7, 4]), to: "a.csv")
    let run = try Program.run(
      ["changepoints", "a.csv", "--time", "day", "--outcome", "y"], in: folder)
    #expect(run.lines.dropFirst().first == "  between 4 and 5, after 4 values")
  }

  @Test func `values that differ within one rating are refused`() throws {
    try folder.write("week,y\n1,2\n1,\n1,3\n", to: "a.csv")
    let run = try Program.run(
      ["changepoints", "a.csv", "--outcome", "y", "--once-per", "week"], in: folder)
    #expect(run.status == 64)
    #expect(
      run.errors
        == "Error: a.csv: line 4, column y: the value differs from that of line 2, and both say 1 "
        + "in column week; correct one of them, or leave --once-per out\n")
  }

  @Test func `a constant series does not change`() throws {
    try folder.write(Samples.series(Array(repeating: "5", count: 12)), to: "a.csv")
    let run = try Program.run(
      ["changepoints", "a.csv", "--outcome", "y", "--format", "json"], in: folder)
    let result = try JSONValue(parsing: Array(run.output.utf8))
    #expect(run.status == 0)
    #expect(result["chosen"] == .number(0))
    #expect(result["supF"] == .null)
    #expect(result["means"] == .array([.number(5)]))
  }
}
