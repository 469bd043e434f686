import Foundation
import JSON
import Testing

@Suite struct PatternsCommandTests {
  private let folder = Folder()

  /// Numbers between -1 and 1 that follow no day, made by a rule.
  private func noise(_ day: Int, _ salt: Double) -> Double {
    let product = sin(Double(day) * (12.9898 + salt) + 78.233 * salt) * 43758.5453
    return 2 * (product - product.rounded(.down)) - 1
  }

  /// The mood follows the sleep of the night before by so much; walking is noise.
  private func rows(_ days: Range<Int>, effect: Double = 1) -> [[String]] {
    days.map { day in
      let mood = 5 + effect * noise(day - 1, 1) + noise(day, 2)
      return ["\(day)", "\(mood)", "\(noise(day, 1))", "\(noise(day, 3))"]
    }
  }

  private func write(_ rows: [[String]]) throws {
    let lines = [["day", "mood", "sleep", "walking"]] + rows
    try folder.write(lines.map { $0.joined(separator: ",") + "\n" }.joined(), to: "a.csv")
  }

  private func run(
    _ arguments: String..., predictors: String = "sleep,walking"
  ) throws -> Program.Run {
    try Program.run(
      ["patterns", "a.csv", "--time", "day", "--outcome", "mood", "--predictors", predictors]
        + arguments, in: folder)
  }

  private func json(_ run: Program.Run) throws -> JSONValue {
    try JSONValue(parsing: Array(run.output.utf8))
  }

  private func elements(_ value: JSONValue?) throws -> [JSONValue] {
    guard case .array(let elements)? = value else {
      Issue.record("no array")
      return []
    }
    return elements
  }

  @Test func `a planted pattern is told in words with its gates passed`() throws {
    try write(rows(0..<200))
    let run = try run()
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.lines.first
        == "mood: 200 days with an answer from 0 to 199, 0 % missed (pipeline 1)")
    #expect(run.lines.count { $0.hasPrefix("sleep 1 day before: mood is ") } == 1)
    #expect(run.lines.contains { $0.hasPrefix("  how sure: the direction is wrong with") })
    #expect(run.lines.contains { $0.hasPrefix("  holds in ") })
    #expect(run.lines.count { $0.hasSuffix("shown") } == 1)
    #expect(run.lines.contains { $0.hasSuffix("(so far 200)") })
    #expect(
      run.lines.last == "A pattern says what goes along with what, not what causes what.")
  }

  @Test func `the JSON holds every question, its gates and what it was made from`() throws {
    try write(rows(0..<200))
    let result = try json(run("--format", "json", "--nights", "sleep"))
    #expect(result["outcome"] == .string("mood"))
    #expect(result["shown"] == .number(1))
    #expect(result["provenance"]?["readings"] == .number(200))
    let candidates = try elements(result["candidates"])
    // Sleep at lags 0, 1 and 2; walking, which belongs to its day, at 1 and 2.
    #expect(candidates.count == 5)
    let shown = try #require(candidates.first { $0["shown"] == .bool(true) })
    #expect(
      shown["members"]
        == .array([
          .object([
            "predictor": .string("sleep"), "lag": .number(1), "turned": .bool(false),
          ])
        ]))
    let gates = try elements(shown["gates"])
    #expect(
      gates.map { $0["gate"] } == [
        .string("foretells"), .string("comesBefore"), .string("isTiedToDays"),
      ])
    #expect(gates.allSatisfy { $0["passed"] == .bool(true) })
    #expect(shown["multiverse"]?["holds"] == shown["multiverse"]?["of"])
    #expect(try elements(result["daysNeeded"]).count == 3)
  }

  @Test func `without a pattern the program says so`() throws {
    try write(rows(0..<200, effect: 0))
    let run = try run()
    #expect(run.status == 0)
    #expect(run.lines.contains("No pattern: none of 4 questions has an answer so far."))
    #expect(try json(self.run("--format", "json"))["shown"] == .number(0))
  }

  @Test func `the same file gives the same answer, another seed other digits`() throws {
    try write(rows(0..<150))
    let first = try run("--format", "json").output
    #expect(try run("--format", "json").output == first)
    #expect(try run("--format", "json", "--seed", "2").output != first)
  }

  @Test func `too few days are refused with the number needed`() throws {
    try write(rows(0..<20))
    #expect(try run().status == 64)
    #expect(
      try run().errors
        == "Error: a.csv, column mood: not enough data yet for a pattern, in days: 20 observed, "
        + "28 needed\n")
    try write(rows(0..<40))
    let small = try run("--effect-of-interest", "0.2")
    #expect(small.status == 64)
    let needed = small.errors.firstMatch(of: #/in days: 40 observed, ([0-9]+) needed/#)
    #expect(try #require(needed.flatMap { Int($0.1) }) > 300)
  }

  @Test func `an outcome that cannot show a pattern is refused by its reason`() throws {
    func error(_ change: (Int, [String]) -> [String]?) throws -> String {
      try write(rows(0..<100).enumerated().compactMap { change($0.offset, $0.element) })
      let run = try run()
      #expect(run.status == 64)
      return run.errors
    }
    #expect(
      try error { [$1[0], "3", $1[2], $1[3]] }.contains("the outcome"))
    #expect(
      try error { [$1[0], $0 % 10 == 0 ? "1" : "0", $1[2], $1[3]] }.contains("90 %"))
    #expect(
      try error { $0 % 3 == 0 ? $1 : nil }
        .contains("\"sleep at lag 1\" is missing on 100 % of the days"))
    try write(rows(0..<300).enumerated().filter { $0.offset % 6 == 0 }.map(\.element))
    #expect(try run().errors.contains("83 %"))
  }

  @Test func `a predictor that is hardly there is named and the others stay`() throws {
    try write(
      rows(0..<200).enumerated().map { index, row in
        [row[0], row[1], row[2], index % 5 == 0 ? row[3] : ""]
      })
    let run = try run()
    #expect(run.status == 0)
    #expect(run.lines.count { $0.hasPrefix("left out: ") && $0.contains("walking") } == 1)
    #expect(run.lines.contains { $0.hasPrefix("sleep 1 day before: mood is ") })
    let alone = try self.run(predictors: "walking")
    #expect(alone.status == 64)
    #expect(alone.errors.contains("no predictor can be used"))
  }

  @Test func `columns and lags that cannot be are refused`() throws {
    try write(rows(0..<60))
    #expect(try run(predictors: "steps").errors.contains("steps"))
    #expect(try run(predictors: "steps").status == 64)
    #expect(
      try run(predictors: "sleep,mood").errors.contains("the outcome cannot predict itself"))
    for lags in ["15", "-1", "1,1", "one", ""] {
      #expect(try run("--lags=\(lags)").status == 64, "\(lags)")
    }
    #expect(try run("--false-sign-rate", "0.9").errors.contains("out of range"))
  }

  @Test func `dates serve as times`() throws {
    let first = try #require(try? Date("2026-01-01T00:00:00Z", strategy: .iso8601))
    try write(
      rows(0..<200).enumerated().map { index, row in
        let day = first.addingTimeInterval(86_400 * Double(index))
        return [String(day.ISO8601Format().prefix(10))] + row.dropFirst()
      })
    let dated = try run()
    #expect(
      dated.lines.first
        == "mood: 200 days with an answer from 2026-01-01 to 2026-07-19, 0 % missed (pipeline 1)")
    try write(rows(0..<200))
    #expect(
      dated.lines.filter { $0.hasPrefix("sleep") }
        == (try run()).lines.filter {
          $0.hasPrefix("sleep")
        })
  }

  @Test func `rows of one day are averaged`() throws {
    try write(rows(0..<200))
    let single = try run("--format", "json").output
    try write(
      rows(0..<200).flatMap { row -> [[String]] in
        let cells = row.compactMap { Double($0) }
        return [-0.5, 0.5].map { step in
          [row[0]] + cells.dropFirst().map { "\($0 + step)" }
        }
      })
    let double = try json(run("--format", "json"))
    #expect(double["provenance"]?["readings"] == .number(200))
    let shown = try json(run("--format", "json"))["shown"]
    #expect(shown == (try JSONValue(parsing: Array(single.utf8)))["shown"])
  }
}
