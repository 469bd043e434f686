import Care
import Foundation
import HTML
import JSON
import Knowledge
import Pages
import PatientRecord
import TestKit
import Testing
import Time

/// The section on what is due, for the care team and for the person.
@Suite struct DueWordsTests {
  private static let knowledge = Result { try Knowledge.bundled() }
  private let knowledge: Knowledge
  private let review: Review

  init() throws {
    // With a country set, so that no name of a help line elsewhere is among the words.
    knowledge = try Self.knowledge.get().adjusted(by: SiteSettings(country: "IE"))
    var entries: [Entry] = []
    func add(_ fact: Fact, after days: Double) {
      entries.append(
        .sample(fact, entries.count + 1, at: Instant.sample.advanced(byDays: days)))
    }
    for (medicine, amount) in [("lithium", 400.0), ("aripiprazole", 2), ("Examplomine", 5)] {
      let step = try DoseStep(
        substance: Name(medicine), dosePerDay: Quantity(amount, .milligram))
      add(.doseStep(step), after: 0)
    }
    let course = Course(kind: .ect, name: try Name("ECT"), status: .active)
    add(.course(course), after: 1)
    let response = try Response(instrument: "phq9", content: .total(14))
    add(.response(response), after: 2)
    let level = try Name("Lithium level")
    let value = NamedQuantity(name: level, quantity: try Quantity(0.6, .milligram))
    add(.measurement(try Measurement(kind: .lab, name: level, values: [value])), after: 7)
    review = Review(
      entries: entries, patient: .sample, at: Instant.sample.advanced(byDays: 20),
      using: knowledge)
  }

  @Test func `what two calendars ask for in one course stands in one row with both`() throws {
    let dose = try DoseStep(substance: Name("lithium"), dosePerDay: Quantity(400, .milligram))
    let pregnant = Diagnosis(name: try Name("Pregnancy"), status: .confirmed)
    let review = Review(
      entries: [.sample(.doseStep(dose), 1), .sample(.diagnosis(pregnant), 2)], patient: .sample,
      at: Instant.sample.advanced(byDays: 20), using: knowledge)
    let text = Report.text(review, for: .clinician, knowledge: knowledge)
      .replacing(#/\s+/#, with: " ")
    #expect(text.matches(of: #/- lithium level: /#).count == 1)
    #expect(text.contains("; also Lithium levels"))
  }

  private func forms(for audience: Audience) -> [String] {
    [
      Report.text(review, for: audience, knowledge: knowledge),
      Report.html(review, for: audience, knowledge: knowledge).text,
      Report.json(review, for: audience).text(.pretty),
    ]
  }

  @Test(arguments: [
    "lithium", "aripiprazole", "Examplomine", "calcium", "reorientation", "metabolic",
    "weight", "waist", "suicide", "catalogue", "overdue", "schedule of measurements", "nice-ng222",
    "acute",
  ])
  func `the person never reads what the care team does`(word: String) {
    for form in forms(for: .patient) {
      // The style sheet says nothing about anybody.
      let text = form.replacing(#/<style>(?s).*?<\/style>/#, with: "")
      #expect(!text.localizedCaseInsensitiveContains(word), "\(word)")
    }
    for form in forms(for: .clinician) { #expect(form.localizedCaseInsensitiveContains(word)) }
  }

  @Test func `the person reads what they could fill in and when`() {
    let text = Report.text(review, for: .patient, knowledge: knowledge)
      .replacing(#/\s+/#, with: " ")
    #expect(text.contains("What you could fill in next"))
    #expect(
      text.contains(
        "symptoms of depression (PHQ-9): Last filled in on 4 Mar 2026. Now is a good time for it."))
    #expect(text.contains("anxiety (GAD-7)"))
  }

  @Test func `the care team reads days, standing, reason and source`() {
    let text = Report.text(review, for: .clinician, knowledge: knowledge)
      .replacing(#/\s+/#, with: " ")
    #expect(
      text.contains(
        "- calcium: When 2 Mar 2026, Stands overdue by 20 days, Last done not in the record, Why "
          + "Lithium: weight, kidney, thyroid and calcium; lithium since 2 Mar 2026, Source nice-ng222"
      ))
    #expect(text.contains("Source apa-2020; not yet second-read"))
    #expect(
      text.contains("Not recorded: whether the lithium level is stable since the last change."))
    #expect(
      text.contains(
        "Not in the catalogue of medicines, so no calendar is known for: Examplomine."))
    #expect(text.contains("nice-ng222: "))
  }

  @Test func `a record that asks for nothing has no such section`() throws {
    let documents = try KnowledgeDocument.bundled().filter {
      $0.name != "definitions/schedule.yaml" && !$0.name.hasPrefix("calendars/")
    }
    let bare = try Knowledge(documents: documents)
    let entries = [try Entry.checkIn()]
    let quiet = Review(entries: entries, patient: .sample, at: .sample, using: bare)
    let text = Report.text(quiet, for: .clinician, knowledge: bare)
    #expect(!text.contains("What is due"))
  }
}
