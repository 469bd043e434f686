import Foundation
import JSON
import Testing

@Suite struct TaskCommandTests {
  private let folder = Folder()

  private func json(_ arguments: [String]) throws -> JSONValue {
    let run = try Program.run(["task"] + arguments + ["--format", "json"], in: folder)
    #expect(run.errors == "")
    try #require(run.status == 0)
    return try JSONValue(parsing: Array(run.output.utf8))
  }

  private static let sitting = """
    "sitting":{"design":{"task":"reaction-time","form":1,"seed":7,"version":1},"session":2,\
    "device":{"name":"tablet-3","input":"touch","software":"browser 1","refreshHertz":60},\
    "isInterrupted":false}
    """

  private func reactions(_ trials: String) -> String {
    "{\(Self.sitting),\"choices\":1,\"trials\":[\(trials)]}"
  }

  private func reaction(_ seconds: String) -> String {
    "{\"stimulus\":1,\"response\":1,\"foreperiodSeconds\":1.4,\"seconds\":\(seconds),\"flags\":[]}"
  }

  @Test func `the list names nine tasks`() throws {
    let list = try json(["list"])
    guard case .array(let tasks) = list else {
      Issue.record("no list")
      return
    }
    #expect(tasks.count == 9 && list[0]?["name"] == .string("self-reference"))
    let text = try Program.run(["task", "list"], in: folder)
    #expect(text.status == 0 && text.lines.count == 27)
  }

  @Test(arguments: [
    "self-reference", "emotional-recall", "good-day-bad-day", "autobiographical-memory",
    "symbol-digit", "n-back", "digit-span", "corsi", "reaction-time",
  ])
  func `every task has a design in both forms of output`(name: String) throws {
    let design = try json(["design", name, "--form", "2", "--seed", "7"])
    #expect(design["key"]?["task"] == .string(name) && design["key"]?["form"] == .number(2))
    #expect(try json(["design", name, "--form", "2", "--seed", "7"]) == design)
    #expect(try json(["design", name, "--form", "1", "--seed", "7"]) != design)
    let text = try Program.run(["task", "design", name], in: folder)
    #expect(text.status == 0 && text.output.contains("instructions:"))
  }

  @Test func `options belong to their tasks`() throws {
    #expect(try json(["design", "n-back", "--level", "3"])["level"] == .number(3))
    #expect(
      try json(["design", "corsi", "--direction", "backward", "--rule", "staircase"])["rule"]?[
        "kind"] == .string("staircase"))
    for wrong in [
      ["corsi", "--level", "2"], ["n-back", "--choices", "2"], ["n-back", "--words", "a.csv"],
      ["symbol-digit", "--announce-recall"], ["n-back", "--level", "4"],
      ["self-reference", "--form", "6"], ["corsi", "--seed", "-1"], ["stroop"],
    ] {
      let run = try Program.run(["task", "design"] + wrong, in: folder)
      #expect(run.status == 64 && run.errors.hasPrefix("Error: "), "\(wrong)")
    }
  }

  @Test func `a site's ratings take the place of our words`() throws {
    let rows = (0..<400).map { index in
      let core = String(index, radix: 6).map { "bcdfgh"[Int(String($0), radix: 6) ?? 0] }
        .map { "\($0)\($0)" }.joined()
      return "w\(core)\(index % 2 == 0 ? "ee" : "oo"),\(index % 2 == 0 ? 2.1 : 7.4)\n"
    }
    try folder.write("term,mean\n" + rows.joined(), to: "norms.csv")
    let arguments = [
      "design", "self-reference", "--words", "norms.csv", "--word-column", "term",
      "--valence-column", "mean",
    ]
    let design = try json(arguments)
    guard case .string(let word)? = design["trials"]?[5]?["word"]?["text"] else {
      Issue.record("no word")
      return
    }
    #expect(word.hasPrefix("w") && (word.hasSuffix("ee") || word.hasSuffix("oo")))
    let few = try Program.run(
      ["task"] + arguments + ["--positive-at-least", "8"], in: folder)
    #expect(few.status == 64 && few.errors.contains("not enough data yet for 5 forms"))
    let column = try Program.run(
      ["task", "design", "self-reference", "--words", "norms.csv"], in: folder)
    #expect(column.status == 64 && column.errors.hasPrefix("Error: norms.csv: "))
  }

  @Test func `a result is scored`() throws {
    let times = ["0.25", "0.3", "0.35", "0.1", "0.7"].map(reaction).joined(separator: ",")
    try folder.write(reactions(times), to: "a.json")
    let scores = try json(["score", "reaction-time", "a.json"])
    #expect(scores["trials"]?["anticipations"] == .number(1))
    #expect(scores["scores"]?[0]?["name"] == .string("response-time-median"))
    #expect(scores["scores"]?[0]?["isTimed"] == .bool(true))
    #expect(scores["scores"]?[5]?["value"] == .null)
    #expect(
      scores["scores"]?[5]?["missing"]
        == .string("not enough data yet for an ex-Gaussian fit: 4 observed, 30 needed"))
    let text = try Program.run(["task", "score", "reaction-time", "a.json"], in: folder)
    #expect(text.lines.first == "reaction-time, form 1, sitting 2: 4 of 5 trials usable")
    #expect(text.output.contains("Missing\n  ex-gaussian-mu: not enough data yet"))
  }

  @Test(arguments: [
    ("seconds\":0.3", "secnds\":0.3", "a.json: trials[0].secnds: unknown field"),
    ("0.3", "\"fast\"", "a.json: trials[0].seconds: expected a number, found a text"),
    ("0.3", "-1", "a.json: trials[0].seconds: -1.0 is no time"),
    ("touch", "feet", "a.json: sitting.device.input: "),
    ("reaction-time", "corsi", "a.json: sitting.design.task: this is a result of corsi"),
    ("\"version\":1", "\"version\":2", "a.json: sitting.design.version: 2 is not known here"),
    ("\"choices\":1", "\"choices\":3", "a.json: choices: 3"),
    ("[{", "[[{", "a.json: line 1, column "),
  ])
  func `a broken result is refused at its place`(
    old: String, new: String, message: String
  ) throws {
    let good = reactions(reaction("0.3"))
    let broken = good.replacing(old, with: new)
    #expect(broken != good)
    try folder.write(broken, to: "a.json")
    let run = try Program.run(["task", "score", "reaction-time", "a.json"], in: folder)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("Error: " + message), "\(run.errors)")
  }
}

extension String {
  fileprivate subscript(place: Int) -> Character { self[index(startIndex, offsetBy: place)] }
}
