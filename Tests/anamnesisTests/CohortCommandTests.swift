import Foundation
import JSON
import TestKit
import Testing

@Suite struct CohortCommandTests {
  private let folder = Folder()
  private let columns = ["--person", "id", "--time", "week", "--outcome", "y"]

  /// People whose scores fall over five weeks; every fifth is from the clinic d, arms alternate.
  private func write(_ people: Int, to name: String = "a.csv") throws {
    var text = "id,week,y,age,arm,clinic\n"
    for person in 0..<people {
      for week in 0..<5 where (person + week) % 7 != 0 || week == 0 {
        let level = 15 + 4 * sin(Double(person) * 2.3)
        let slope = -1.2 + 0.5 * sin(Double(person) * 1.1) - (person % 2 == 0 ? 0.5 : 0)
        let noise = 2 * sin(Double(person * 31 + week * 17) * 12.9898)
        let score = level + slope * Double(week) + noise
        text += "p\(person),\(week),\(score),\(30 + person % 9),"
        text += "\(person % 2 == 0 ? "new" : "usual"),c\(person % 5)\n"
      }
    }
    try folder.write(text, to: name)
  }

  private func json(_ arguments: [String]) throws -> JSONValue {
    let run = try Program.run(["cohort"] + arguments + ["--format", "json"], in: folder)
    #expect(run.errors == "")
    try #require(run.status == 0)
    return try JSONValue(parsing: Array(run.output.utf8))
  }

  private func number(_ value: JSONValue?) throws -> Double {
    guard case .number(let number) = value else { throw Absent() }
    return number.value
  }

  private struct Absent: Error {}

  private func errors(_ arguments: [String]) throws -> String {
    let run = try Program.run(["cohort"] + arguments, in: folder)
    #expect(run.status == 64 && run.output == "")
    return run.errors
  }

  /// Reference: `RECIPES.md` of the reference data, check 10.
  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `the antidepressant trial gives its published contrasts`() throws {
    let file = SharedData.url("longitudinal/rbmi_antidepressant_hamd17.csv").path
    let result = try json([
      file, "--person", "PATIENT", "--time", "VISIT", "--outcome", "CHANGE", "--mmrm", "--by",
      "THERAPY", "--reference", "PLACEBO", "--covariates", "BASVAL",
    ])
    #expect(result["people"] == .number(172) && result["visits"] == .number(608))
    #expect(abs(try number(result["logLikelihood"]) + 1747.1014) < 6e-5)
    let last = result["contrasts"]?[3]
    #expect(last?["name"] == .string("DRUG × VISIT 7"))
    #expect(abs(try number(last?["estimate"]) + 2.8018) < 6e-5)
    #expect(abs(try number(last?["standardError"]) - 1.1140) < 6e-5)
  }

  @Test func `a course is fitted for all people and for each`() throws {
    try write(40)
    let result = try json(["a.csv"] + columns + ["--by", "arm", "--reference", "usual"])
    #expect(result["people"] == .number(40))
    let interaction = result["effects"]?[3]
    #expect(interaction?["name"] == .string("new × week"))
    #expect(abs(try number(interaction?["estimate"]) + 0.5) < 0.25)
    #expect(result["persons"]?[39]?["person"] == .string("p39"))
    #expect(result["converged"] == .bool(true))
    let text = try Program.run(["cohort", "a.csv"] + columns, in: folder)
    #expect(text.lines.first?.hasPrefix("y: 40 people, ") == true)
    #expect(text.lines.last == "(30 more people in --format json)")
  }

  @Test func `dates count as weeks from each person's first row`() throws {
    try write(30)
    let rows = try folder.text("a.csv").split(separator: "\n").map { $0.split(separator: ",") }
    let dated = rows.dropFirst().map { row in
      let week = Int(row[1]) ?? 0
      let day = 1 + 7 * week
      let date = day <= 28 ? "2026-02-\(day < 10 ? "0" : "")\(day)" : "2026-03-01"
      return "\(row[0]),\(date),\(row[2])"
    }
    try folder.write("id,week,y\n" + dated.joined(separator: "\n"), to: "b.csv")
    let counted = try json(["a.csv"] + columns)
    let same = try json(["b.csv"] + columns)
    let slope = try number(counted["effects"]?[1]?["estimate"])
    #expect(abs(try number(same["effects"]?[1]?["estimate"]) - slope) < 1e-9)
  }

  @Test func `a new person gets a course and an edge`() throws {
    try write(60)
    let result = try json(["a.csv"] + columns + ["--intake", "18"])
    let course = result["newPerson"]?["course"]
    #expect(course?[0]?["week"] == .number(1))
    #expect(try number(course?[0]?["edge"]) > number(course?[0]?["expected"]))
    #expect(try number(course?[3]?["expected"]) < number(course?[0]?["expected"]))
    #expect(try number(result["track"]?["share"]) < 0.3)
    #expect(result["timeScale"] == .string("log"))
    try folder.write("id,week,y\nx,0,18\nx,2,30\n", to: "new.csv")
    let followed = try json(["a.csv"] + columns + ["--new-person", "new.csv"])
    let seen = followed["newPerson"]?["course"]
    #expect(seen?[0]?["isOffTrack"] == .bool(true))
    #expect(seen?[1]?["week"] == .number(3))
    #expect(try number(seen?[1]?["expected"]) > number(course?[2]?["expected"]))
    let upward = try json(["a.csv"] + columns + ["--intake", "18", "--higher-is-better"])
    let low = upward["newPerson"]?["course"]?[0]
    #expect(try number(low?["edge"]) < number(low?["expected"]))
  }

  @Test func `clinics are compared without a rank`() throws {
    try write(60)
    let result = try json(["a.csv"] + columns + ["--group", "clinic"])
    #expect(result["clinics"]?[0]?["clinic"] == .string("c0"))
    #expect(result["clinics"]?[4]?["people"] == .number(12))
    #expect(
      try number(result["clinics"]?[0]?["limit998"]) > number(result["clinics"]?[0]?["limit95"]))
    let text = try Program.run(["cohort", "a.csv"] + columns + ["--group", "clinic"], in: folder)
    #expect(text.output.contains("observed - expected"))
  }

  @Test func `faults name the line and the column`() throws {
    try folder.write("id,week,y,x\na,0,5,1\na,1,oops,1\n", to: "a.csv")
    #expect(try errors(["a.csv"] + columns).contains("line 3, column y"))
    try folder.write("id,week,y,x\na,0,5,1\n,1,4,1\n", to: "a.csv")
    #expect(try errors(["a.csv"] + columns).contains("line 3, column id: the cell is empty"))
    try folder.write("id,week,y,x\na,0,5,1\na,soon,4,1\n", to: "a.csv")
    #expect(try errors(["a.csv"] + columns).contains("line 3, column week"))
    try folder.write("id,week,y,x\na,0,5,1\na,1,4,\n", to: "a.csv")
    #expect(try errors(["a.csv"] + columns + ["--covariates", "x"]).contains("line 3"))
    try folder.write("id,week,y\na,-1,5\na,1,4\n", to: "a.csv")
    #expect(
      try errors(["a.csv"] + columns + ["--time-scale", "log"]).contains("line 2, column week"))
  }

  @Test func `what cannot be fitted or asked is refused with a reason`() throws {
    try write(3)
    #expect(
      try errors(["a.csv"] + columns + ["--intake", "9"]).contains("3 observed, 30 needed"))
    try folder.write("id,week,y\na,0,5\nb,1,5\nc,2,5\nd,3,4\ne,4,6\n", to: "b.csv")
    #expect(try errors(["b.csv"] + columns).contains("people with more rows than"))
    #expect(
      try errors(["a.csv"] + columns + ["--covariates", "week"]).contains("\"week\" is constant"))
    for options in [
      ["--intake", "5", "--new-person", "x.csv"], ["--intake", "5", "--covariates", "age"],
      ["--reference", "new"], ["--mmrm", "--intake", "5"], ["--group", "clinic", "--by", "arm"],
      ["--intake", "nan"], ["--group", "clinic", "--method", "ml"],
    ] {
      #expect(try errors(["a.csv"] + columns + options).contains("--"))
    }
    #expect(
      try errors(["a.csv"] + columns + ["--by", "arm", "--reference", "old"])
        .contains("\"old\" is not in column arm"))
  }
}
