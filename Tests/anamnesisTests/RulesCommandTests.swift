import Foundation
import JSON
import TestKit
import Testing

@Suite struct RulesCommandTests {
  private let folder = Folder()

  private static let sample = """
    day: 2026-03-16
    facts:
      age: 67 a
      medicines.current: [citalopram]
      medicines.currentClasses: [ssri, antidepressant]
      medicines.proposed: []
      medicines.proposedClasses: []
      dose(citalopram): { value: 40 mg/d, on: 2026-02-01 }
    """

  private func run(_ arguments: [String], _ text: String = sample) throws -> Program.Run {
    try folder.write(text, to: "case.yaml")
    return try Program.run(["rules"] + arguments, in: folder)
  }

  @Test func `a fired rule prints its whole basis`() throws {
    let run = try run(["check", "case.yaml", "--jurisdiction", "US"])
    try #require(run.status == 0, "\(run.errors)")
    let notice = try #require(run.lines.first)
    #expect(notice.hasPrefix("For clinicians only"))
    for words in [
      "STOP  PH-02 version 1.0.0", "dose(citalopram) 40 mg/d (2026-02-01)",
      "fires    when medicines.together has citalopram and dose(citalopram) is above 20 mg/d",
      "rests on warning or dose of a label", "[S]", "review by 2027-08-31",
      "a reason is asked whether it is followed or overridden", "SAF-01",
      "item(phq9.q9)",
    ] {
      #expect(run.output.contains(words), "\(words)")
    }
    #expect(!run.output.contains("PH-15"))
  }

  @Test func `classes follow from the names, and a name that is not known concludes nothing`()
    throws
  {
    let run = try run(
      ["check", "case.yaml"],
      """
      day: 2026-03-16
      facts:
        medicines.current: [lithium, ibuprofen]
        medicines.proposed: []
        conditions: []
      """)
    try #require(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains("Not in the catalogue, so no rule knows anything about it: ibuprofen"))
    #expect(run.output.contains("LI-05") && run.output.contains("medicines.togetherClasses: "))
  }

  @Test func `JSON holds the same`() throws {
    let run = try run(["check", "case.yaml", "--jurisdiction", "US", "--format", "json"])
    let json = try JSONValue(parsing: Array(run.output.utf8))
    guard case .array(let fired)? = json["fired"], case .array(let unknown)? = json["unknown"]
    else {
      Issue.record("\(run.output) \(run.errors)")
      return
    }
    let rule = try #require(fired.first { $0["rule"] == .string("PH-02") })
    #expect(rule["level"] == .string("STOP") && rule["certainty"] == .string("S"))
    #expect(rule["inputs"]?[0]?["fact"] == .string("medicines.together"))
    #expect(unknown.contains { $0["missing"]?[0] == .string("item(phq9.q9)") })
  }

  @Test func `a family that the site switched off is left out`() throws {
    try folder.write(
      "kind: site\nschemaVersion: 1\nswitchedOffRules: [dosing]\n", to: "site.yaml")
    let off = try run(["check", "case.yaml", "--site", "site.yaml"])
    #expect(!off.output.contains("PH-02") && off.output.contains("SAF-01"))
  }

  @Test(arguments: [
    ("facts: { age: 67 a }", "the case names no day"),
    ("day: 2026-03-16\nfacts: { age: 67 }", "expected a number and the unit a"),
    ("day: 2026-03-16\nfacts: { height: 2 m }", "the catalogue has no fact 'height'"),
    ("day: [", "not well-formed YAML"),
  ])
  func `a case that cannot be used is refused with place and cure`(
    text: String, message: String
  ) throws {
    let run = try run(["check", "case.yaml"], text)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.contains("case.yaml"), "\(run.errors)")
  }

  @Test func `the list names family, level, certainty and what was not read`() throws {
    let run = try run(["list", "--jurisdiction", "US", "--family", "ketamine"])
    try #require(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("not signed by a reviewer, review by 2027-08-31"))
    #expect(run.output.contains("KET-02 [STOP, label-BW, S]"))
    #expect(run.output.contains("label of March 2026 not yet read"))
    #expect(!run.output.contains("KET-08") && !run.output.contains("SAF-01"))
    let json = try self.run(["list", "--format", "json"])
    #expect(json.output.contains("\"KET-08\""))
  }

  @Test func `what ships passes its own check`() throws {
    let run = try run(["lint"])
    #expect(run.status == 0)
    #expect(run.lines.first?.contains(": 0 errors") == true, "\(run.output)")
  }
}
