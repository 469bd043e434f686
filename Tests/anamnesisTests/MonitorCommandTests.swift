import Foundation
import JSON
import TestKit
import Testing

@Suite struct MonitorCommandTests {
  private let folder = Folder()

  /// Reference: `RECIPES.md` of the reference data, check 2, with λ = 0.1 and L = 2.814.
  @Test(
    .enabled(if: SharedData.isPresent, SharedData.absence),
    arguments: [
      ("pat_restl", 51), ("pat_agitate", 54), ("pat_worry", 52), ("mood_irritat", 77),
      ("mood_down", 92), ("mood_lonely", 141),
    ])
  func `the first alarm comes on the day of the reference`(column: String, day: Int) throws {
    let file = SharedData.url("longitudinal/kossakowski_csd.csv").path
    let run = try Program.run(
      ["monitor", file, "--outcome", column, "--by-day", "dayno", "--baseline", "42"], in: folder)
    #expect(run.status == 0)
    #expect(run.lines.first == "\(column): worth a check-in from \(day) on")
  }

  /// Baseline 1 … 7 has mean 4 and SD √(28/6) = 2.1602. The CUSUM of 10, 10 with allowance 0.5 is
  /// 6/2.1602 - 0.5 = 2.2775, then 4.5549; the third passes 5.
  @Test func `a CUSUM adds up what is beyond its allowance`() throws {
    try folder.write(
      Samples.series("1 2 3 4 5 6 7 10 10 10".split(separator: " ").map(String.init)),
      to: "a.csv")
    let run = try Program.run(
      [
        "monitor", "a.csv", "--time", "day", "--outcome", "y", "--baseline", "7", "--statistic",
        "cusum",
      ], in: folder)
    #expect(run.errors == "")
    #expect(
      run.output == """
        y: worth a check-in from 10 on
        baseline: 7 values from 1 to 7, mean 4.0000, SD 2.1602
        1 of 3 later values beyond the limit
        statistic and limit in standard deviations of the baseline

        time    value  statistic   limit  beyond
        8     10.0000     2.2775  5.0000
        9     10.0000     4.5549  5.0000
        10    10.0000     6.8324  5.0000     yes

        """)
  }

  @Test func `a fall is seen on the lower side only`() throws {
    try folder.write(
      Samples.series("4 5 6 4 5 6 5 0 0 0 0 0 0 0".split(separator: " ").map(String.init)),
      to: "a.csv")
    for (side, word) in [
      ("lower", "worth a check-in from 8 on"), ("upper", "never beyond the limit"),
    ] {
      let run = try Program.run(
        ["monitor", "a.csv", "--outcome", "y", "--baseline", "7", "--lambda", "1", "--side", side],
        in: folder)
      #expect(run.lines.first == "y: \(word)")
    }
  }

  @Test func `days without a value are passed over`() throws {
    let values = "1 2 3  4 5 6 7  10 10 10"
      .split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    try folder.write(Samples.series(values), to: "a.csv")
    let run = try Program.run(
      ["monitor", "a.csv", "--outcome", "y", "--baseline", "7", "--format", "json"], in: folder)
    let result = try JSONValue(parsing: Array(run.output.utf8))
    #expect(result["baseline"]?["mean"] == .number(4))
    #expect(result["baseline"]?["to"] == .number(8))
    #expect(result["points"]?[0]?["time"] == .number(10))
  }

  @Test(arguments: [
    (
      ["--lambda", "0"],
      "Error: a.csv, column y: λ lies above 0 and at most at 1, and the limit is positive\n"
    ),
    (
      ["--limit", "nan"],
      "Error: a.csv, column y: λ lies above 0 and at most at 1, and the limit is positive\n"
    ),
    (
      ["--statistic", "cusum", "--allowance=-1"],
      "Error: a.csv, column y: the allowance is not negative, and the limit is positive\n"
    ),
  ])
  func `settings out of range are refused`(options: [String], message: String) throws {
    try folder.write(Samples.series(Samples.digits), to: "a.csv")
    let run = try Program.run(
      ["monitor", "a.csv", "--outcome", "y", "--baseline", "7"] + options, in: folder)
    #expect(run.status == 64)
    #expect(run.errors == message)
  }
}
