import HTML
import JSON
import Knowledge
import Testing

@testable import Pages
@testable import Simulation

@Suite struct SimulationReportTests {
  private static let plan = Plan(
    id: "infusion", title: "One infusion", days: 15,
    course: PlannedCourse(
      treatments: [PlannedTreatment("ketamine", days: [0])],
      visits: [PlannedVisit(days: [0], weight: 1.5)]))

  private static let finding = Result {
    let study = try Study(of: plan, in: PlanModel(Fixture.knowledge.get()))
    return StudyFinding(study, try study.run(people: 24, seed: 1), asked: 24, seed: 1)
  }

  private static let comparison = Result {
    let waiting = Plan(id: "waiting", title: "Waiting", days: 15, course: PlannedCourse())
    let study = try Study(comparing: [waiting, plan], in: PlanModel(Fixture.knowledge.get()))
    return StudyFinding(study, try study.run(people: 16, seed: 1), asked: 400, seed: 1)
  }

  private static let power = Result {
    let text = """
      design: d
      kind: crossover
      title: Blocks
      input: { treatment: positive-recall }
      block: 4
      pairs: 2
      trials: 20
      """
    let model = PlanModel(try Fixture.knowledge.get())
    let design = try Design(
      KnowledgeDocument(name: "d.yaml", text: text), treatments: model.treatments)
    return PowerFinding(design, try design.power(in: model, seed: 1), seed: 1)
  }

  private func texts() throws -> [String] {
    [
      SimulationReport.text(try Self.finding.get()),
      SimulationReport.text(try Self.comparison.get()),
      SimulationReport.text(try Self.power.get()),
    ].map { $0.replacing(#/\s+/#, with: " ") }
  }

  private func pages() throws -> [String] {
    [
      SimulationReport.html(try Self.finding.get()).text,
      SimulationReport.html(try Self.comparison.get()).text,
      SimulationReport.html(try Self.power.get()).text,
    ]
  }

  @Test
  func `every text and page says what it is, how sure, what it cannot say and what speaks against`()
    throws
  {
    let said =
      [
        SimulationStandingWords.invented, SimulationStandingWords.noise,
        SimulationStandingWords.oneSet, SimulationStandingWords.limitsTitle,
        SimulationStandingWords.knownFailuresTitle, SimulationStandingWords.againstTitle,
      ] + SimulationStandingWords.limits + SimulationStandingWords.against
      + SimulationStandingWords.knownFailures
    for text in try texts() + pages() {
      let plain = text.replacing("&quot;", with: "\"")
      for sentence in said { #expect(plain.contains(sentence), "\(sentence)") }
    }
  }

  @Test func `every JSON says the same`() throws {
    for json in [
      SimulationReport.json(try Self.finding.get()),
      SimulationReport.json(try Self.comparison.get()),
      SimulationReport.json(try Self.power.get()),
    ] {
      #expect(json["about"] == .string(SimulationStandingWords.invented))
      #expect(json["range"] == .null && json["parameterSets"] == .number(1))
      for key in ["cannotSay", "againstTheTheory", "knownFailures"] {
        guard case .array(let sentences) = json[key] else {
          Issue.record("\(key) is missing")
          continue
        }
        #expect(sentences.count >= 4)
      }
    }
  }

  @Test func `the same with every term of treatments at zero stands beside each result`() throws {
    let zero = "every term of treatments of the body at zero"
    for text in try texts() { #expect(text.contains(zero)) }
    let rows = SimulationReport.csv(try Self.comparison.get()).split(separator: "\n")
    #expect(rows.contains { $0.hasPrefix("infusion,withoutTreatmentTerms,14,") })
  }

  @Test func `the parts of the theory are taken away one by one`() throws {
    let text = try texts()[0]
    #expect(text.contains("What each part of the theory does here"))
    #expect(text.contains("Without the window of plasticity"))
    #expect(text.contains("Without the acute lift of a session"))
  }

  @Test func `a crossover warns before anything else`() throws {
    let wording = PowerWording(finding: try Self.power.get())
    #expect(
      wording.short.first?.hasPrefix("Warning: alternating blocks cannot see learning.") == true)
    guard case .array(let warnings) = SimulationReport.json(try Self.power.get())["warnings"] else {
      Issue.record("no warnings")
      return
    }
    #expect(warnings.count == 1)
  }

  @Test func `a study that was stopped early says so`() throws {
    #expect(try texts()[1].contains("Stopped early: only 16 of 400 people are done."))
    #expect(try !texts()[0].contains("Stopped early"))
  }

  @Test func `the table has a row for each scenario and day`() throws {
    let finding = try Self.finding.get()
    let rows = SimulationReport.csv(finding).split(separator: "\n")
    #expect(rows.count == 1 + finding.study.scenarios.count * 2)
    let columns = rows[0].split(separator: ",").count
    #expect(
      rows.allSatisfy {
        $0.split(separator: ",", omittingEmptySubsequences: false).count == columns
      })
    #expect(rows[1].hasPrefix("infusion,untreated,7,24,"))
  }

  @Test func `pages need no script and are whole`() throws {
    for page in try pages() {
      #expect(page.hasPrefix("<!DOCTYPE html>") && !page.contains("<script"))
      #expect(TagBalance(page).fault == nil)
    }
  }

  @Test(arguments: [
    ([], "on no day"), ([4], "on day 4"), ([1, 2, 3], "every day from 1 to 3"),
    ([7, 14, 21, 28], "every 7 days from 7 to 28"), ([0, 3, 7], "on days 0, 3 and 7"),
    (Array(0..<14).map { $0 * $0 }, "on 14 days from 0 to 169"),
  ])
  func `days are told in few words`(days: [Int], words: String) {
    #expect(DaysText.of(days) == words)
  }
}
