import Foundation
import Knowledge
import TestKit
import Testing
import Time

@testable import Simulation

@Suite struct PlanReadingTests {
  private static let head = "plan: p\ntitle: A plan\ndays: 30\n"

  private func read(_ text: String) throws(KnowledgeError) -> Plan {
    try Plan(
      KnowledgeDocument(name: "p.yaml", text: text), treatments: PlanModel.known.treatments)
  }

  @Test func `a plan says what happens on which day`() throws {
    let plan = try read(
      Self.head + """
        start: 2026-01-05
        formEvery: 5
        cohort: { leastTotal: 10 }
        adherence: 0.5
        treatments:
          - { treatment: ketamine, on: [0, 2026-01-08] }
          - { treatment: practice, from: 1, until: 7, every: 3, dose: 2 }
        visits: [{ on: 0, weight: 1.5 }]
        events: [{ day: 9, size: 2 }]
        circumstances: [{ from: 20, shift: -0.3 }]
        """)
    #expect(plan.days == 30 && plan.formEvery == 5 && plan.cohort.leastTotal == 10)
    #expect(plan.start == Day("2026-01-05"))
    #expect(
      plan.course
        == PlannedCourse(
          treatments: [
            PlannedTreatment("ketamine", days: [0, 3]),
            PlannedTreatment("practice", days: [1, 4, 7], dose: 2),
          ], visits: [PlannedVisit(days: [0], weight: 1.5)],
          events: [PlannedEvent(day: 9, size: 2)],
          circumstances: [PlannedCircumstances(days: Array(20..<30), shift: -0.3)], adherence: 0.5))
  }

  @Test func `a plan without more waits, and is asked every week`() throws {
    let plan = try read(Self.head)
    #expect(plan.course == PlannedCourse() && plan.formEvery == 7 && plan.cohort.leastTotal == 14)
  }

  @Test(arguments: [
    ("", "p.yaml: this is not well-formed YAML: the document is empty"),
    ("plan: p", "p.yaml: line 1: days: a value is needed here"),
    (head + "dose: 1", "p.yaml: line 4: dose: the key 'dose' is not known here"),
    (
      "plan: p\ntitle: t\ndays: 99999999999999999999",
      "p.yaml: line 3: days: found '99999999999999999999'; expected a whole number from 7 to 1826"
    ),
    (
      head + "treatments: [{ treatment: ketamin, on: 0 }]",
      "p.yaml: line 4: treatments[0].treatment: found 'ketamin'; expected one of ect, ketamine,"
    ),
    (
      head + "treatments: [{ treatment: ketamine, on: 30 }]",
      "p.yaml: line 4: treatments[0].on: found '30'; expected a day from 0 to 29; the plan lasts 30"
    ),
    (
      head + "treatments: [{ treatment: ketamine, on: [3, 3] }]",
      "p.yaml: line 4: treatments[0].on[1]: found '3'; expected days in rising order, each once"
    ),
    (
      head + "treatments: [{ treatment: ketamine, on: 2026-02-01 }]",
      "a date needs 'start', the date of day 0, in the plan"
    ),
    (
      head + "start: 2026-01-01\nvisits: [{ on: 2026-02-01 }]",
      "visits[0].on: found '2026-02-01'; expected a date from 2026-01-01 to 2026-01-30"
    ),
    (
      head + "treatments: [{ treatment: ssri, from: 0, dose: 2 }]",
      "expected a dose of ssri as a multiple of the usual one, above 0, at most 1.0"
    ),
    (head + "treatments: [{ treatment: ssri, from: 9, until: 8 }]", "a day that is not before"),
    (head + "treatments: [{ treatment: ssri, on: 1, every: 2 }]", "either 'on' with days, or"),
    (head + "visits: [{ on: 0, weight: nan }]", "expected a weight as a multiple of an ordinary"),
    (head + "events: [{ day: 0, size: -1 }]", "expected a size in average events, above 0"),
    (head + "circumstances: [{ from: 0, shift: 9 }]", "expected a shift from -1.0 to 1.0"),
    (head + "adherence: 1.1", "p.yaml: line 4: adherence: found '1.1'; expected a chance from 0.0"),
    (head + "cohort: { leastTotal: 28 }", "expected a whole number from 0 to 27"),
    (head + "formEvery: 30", "expected a whole number from 1 to 29"),
    ("plan: A b\ntitle: t\ndays: 7", "expected 1 to 60 lower-case letters, digits and hyphens"),
    (head + "visits: &a [{ on: 0 }]\nevents: *a", "anchors and aliases are not used here"),
  ])
  func `what cannot be meant is named with its place and the cure`(text: String, message: String) {
    let error = #expect(throws: KnowledgeError.self) { try read(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func `a text longer than a plan is refused before it is parsed`() {
    let long = Self.head + String(repeating: "# more\n", count: 50_000)
    let error = #expect(throws: KnowledgeError.self) { try read(long) }
    #expect(error?.description.contains("expected a plan of at most 262144 bytes") == true)
  }

  @Test func `more entries than a plan can mean are refused`() {
    let many = String(repeating: "  - { day: 1, size: 1 }\n", count: 201)
    let error = #expect(throws: KnowledgeError.self) { try read(Self.head + "events:\n" + many) }
    #expect(error?.description.contains("at most 200 entries") == true)
  }

  @Test func `the examples can be read and run`() throws {
    let folder = SharedData.checkout.appending(path: "docs/simulation")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    let model = PlanModel(try Knowledge.bundled())
    var (plans, designs) = (0, 0)
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let document = KnowledgeDocument(name: name, text: text)
      if text.contains("\ndesign:") {
        let design = try Design(document, treatments: model.treatments)
        #expect(name == "\(design.id).yaml")
        _ = try design.trials(in: model)
        designs += 1
      } else {
        let plan = try Plan(document, treatments: model.treatments)
        #expect(name == "\(plan.id).yaml")
        _ = try Study(of: plan, in: model)
        plans += 1
      }
    }
    #expect(plans >= 4 && designs == 5)
  }
}
