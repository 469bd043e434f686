import Foundation
import JSON
import Testing

@Suite struct MediationCommandTests {
  private let folder = Folder()

  /// Days by a rule without chance numbers: the sines fall unevenly enough to serve as noise.
  private func days(_ count: Int, effect: Double) -> String {
    var (cause, mediator, outcome) = (0.0, 0.0, 0.0)
    var text = "day,walk,recall,mood,trial\n"
    for day in 1...count {
      let square = Double(day * day)
      let next = (
        sin(1.7 * Double(day)) + cos(0.9 * square),
        effect * cause + 0.3 * mediator + 0.3 * log(Double(day)) + sin(2.3 * square + 1),
        effect * mediator + 0.2 * outcome + cos(3.1 * square + 2)
      )
      (cause, mediator, outcome) = next
      text += "\(day),\(cause),\(mediator),\(outcome),\(day)\n"
    }
    return text
  }

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(
      ["mediation", "a.csv", "--cause", "walk", "--mediator", "recall", "--outcome", "mood"]
        + arguments, in: folder)
  }

  @Test func `an effect is told in careful words with the way back beside it`() throws {
    try folder.write(days(150, effect: 0.6), to: "a.csv")
    let run = try run("--time", "day", "--attempt", "trial")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.lines.first
        == "walk -> recall -> mood: the days of this person are consistent with mediation")
    #expect(run.lines.contains { $0.hasPrefix("indirect, long run") })
    #expect(run.lines.contains { $0.hasPrefix("practice, per log attempt") })
    #expect(
      run.lines.contains("The way back, from mood to the later recall, is not shown."))
    #expect(run.lines.contains { $0.hasPrefix("A hidden influence on recall") })
    #expect(run.lines.last?.hasPrefix("Unless the cause was assigned by lot") == true)
  }

  @Test func `no effect is told as not shown`() throws {
    try folder.write(days(150, effect: 0), to: "a.csv")
    let run = try run("--time", "day", "--format", "json", "--seed", "4")
    let result = try JSONValue(parsing: Array(run.output.utf8))
    #expect(run.status == 0)
    #expect(result["reading"] == .string("not shown"))
    #expect(result["pairs"] == .number(149))
    #expect(result["seed"] == .string("4"))
    #expect(result["paths"]?["practice"] == .null)
    #expect(result["reverse"]?["outcomeToMediator"]?["mean"] != nil)
  }

  @Test func `too few days are refused with the number needed`() throws {
    try folder.write(days(30, effect: 0.5), to: "a.csv")
    let run = try run("--time", "day")
    #expect(run.status == 64)
    #expect(
      run.errors
        == "Error: a.csv, column mood: not enough data yet for mediation (pairs of days with "
        + "cause, mediator and outcome): 29 observed, 50 needed\n")
  }

  @Test func `two rows of a day and half days are refused`() throws {
    try folder.write(days(60, effect: 0.5) + "60,1,1,1,61\n", to: "a.csv")
    #expect(try run("--time", "day").errors.contains("day 60 comes twice"))
    try folder.write(days(60, effect: 0.5) + "60.5,1,1,1,61\n", to: "a.csv")
    #expect(try run("--time", "day").errors.contains("line 62: 60.5 is no whole day"))
  }

  @Test func `options out of range are refused`() throws {
    try folder.write(days(60, effect: 0.5), to: "a.csv")
    #expect(try run("--lag", "0").errors.contains("--lag: write a number from 1 to 28."))
    #expect(try run("--practice-on-outcome").errors.contains("name the column of attempts"))
    #expect(try run("--covariates", "walk").errors.contains("A column is named twice"))
  }
}
