import Care
import Foundation
import JSON
import Knowledge
import PatientRecord
import TestKit
import Testing

/// What rules and staging say in a report, and that none of it reaches the person in treatment.
@Suite struct GuidanceWordsTests {
  private let parts: [ReviewPart]

  init() throws { parts = try GuidanceFixture.made.get() }

  private static let forbidden = [
    "citalopram", "examplomine", "stop ·", "ph-01", "maudsley", "thase", "rules of care",
    "generated from rule", "set aside", "second-read", "could not be decided", "catalogue",
    "option:", "staging", "treatment resistance",
  ]

  /// Page, text and JSON without the style sheet, in lower case.
  private func forms(for audience: Audience) throws -> [String] {
    let page = try Fixture.html(parts, for: audience)
    let start = page.range(of: "<style>")?.lowerBound ?? page.startIndex
    let end = page.range(of: "</style>")?.upperBound ?? page.startIndex
    return [
      String(page[..<start] + page[end...]), try Fixture.text(parts, for: audience),
      try Fixture.json(parts, for: audience).text(),
    ].map { $0.lowercased().replacing("\n", with: " ").replacing(/\s+/, with: " ") }
  }

  @Test func `a patient's page, text and JSON have nothing of rules and staging`() throws {
    for form in try forms(for: .patient) {
      for word in Self.forbidden { #expect(!form.contains(word), "\(word)") }
    }
  }

  @Test func `the care team's page and text have it, so the words are the right ones`() throws {
    for form in try forms(for: .clinician).prefix(2) {
      for word in Self.forbidden { #expect(form.contains(word), "\(word)") }
    }
  }

  @Test func `a rule shows its whole basis`() throws {
    let text = try Fixture.text(parts, for: .clinician).replacing(/\s+/, with: " ")
    for words in [
      "STOP · PH-01", "Why:", "It applies when: medicines.together has citalopram",
      "dose(citalopram) 60 mg/d (2 Mar 2026)", "Option:", "Rests on: warning or dose of a label.",
      "To be looked at again by", "Generated from rule PH-01 v1.0.0 using",
      "Review the basis before use. You remain responsible for the decision.",
      "a reason, whether it is followed or overridden",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `the weightiest rule stands at the top of the report and first in its chapter`() throws
  {
    let text = try Fixture.text(parts, for: .clinician)
    let first = try #require(text.range(of: "STOP: "))
    let chapter = try #require(text.range(of: "STOP · PH-01"))
    #expect(first.lowerBound < chapter.lowerBound)
    let lighter = ["WARN · ", "SUGGEST · ", "INFO · "].compactMap { text.range(of: $0)?.lowerBound }
    #expect(lighter.allSatisfy { $0 > chapter.lowerBound } && !lighter.isEmpty)
  }

  @Test func `a rule that was set aside is named with reason and day, without its advice`() throws {
    let text = try Fixture.text(parts, for: .clinician).replacing(/\s+/, with: " ")
    #expect(text.contains("MBC-09"))
    #expect(text.contains("declined on 2 Mar 2026: seen yesterday, until 1 May 2026."))
    #expect(!text.contains("Generated from rule MBC-09"))
  }

  @Test func `what could not be decided is short, and what the catalogue lacks is named`() throws {
    let text = try Fixture.text(parts, for: .clinician).replacing(/\s+/, with: " ")
    #expect(text.contains("Examplomine is not in the catalogue of medicines"))
    #expect(text.contains("The country of the site is not set"))
    let waiting = text.matches(of: /rules wait for it|rule waits for it/).count
    #expect(waiting == 8)
  }

  @Test func `the JSON has every missing fact and no rule that does not apply`() throws {
    let json = try Fixture.json(parts, for: .clinician)
    guard case .array(let all)? = json["parts"],
      let rules = all.first(where: { $0["kind"] == .string("rules") }),
      case .array(let missing)? = rules["missingFacts"], case .array(let fired)? = rules["fired"]
    else {
      Issue.record("no rules")
      return
    }
    #expect(missing.count > 20)
    #expect(fired.contains { $0["rule"] == .string("PH-01") && $0["inputs"]?[0]?["on"] != .null })
    #expect(rules["notFired"] != nil && rules["country"] == .null)
  }

  @Test func `staging says where its trials come from and what nobody asked`() throws {
    let text = try Fixture.text(parts, for: .clinician).replacing(/\s+/, with: " ")
    #expect(text.contains("Trials of this record alone; earlier ones that it does not hold"))
    #expect(text.contains("Not asked:") && text.contains("Maudsley:"))
    #expect(text.contains("perhaps:") || text.contains("no: "))
  }

  @Test func `a record alone is never said to show that there is no resistance`() throws {
    let text = try Fixture.text(parts, for: .clinician).replacing(/\s+/, with: " ")
    #expect(!text.contains("in this episode): no."))
    #expect(text.contains("or more with trials that this record does not hold"))
    #expect(text.contains("On general knowledge, not yet second-read: "))
    #expect(try !Fixture.json(parts, for: .clinician).text().contains("\"notMet\""))
  }

  @Test func `the glance counts each weight by its own name`() throws {
    let knowledge = try Fixture.knowledge.get()
    let dose = try DoseStep(substance: Name("Citalopram"), dosePerDay: Quantity(60, .milligram))
    let entries: [Entry] = [
      .sample(.doseStep(dose), 911), try .response("phq9", answers: ["q9": 2], 912),
    ]
    let chart = Chart(entries: entries, patient: .sample, knowledge: knowledge)
    let rules = Review.guidance(of: chart, on: Fixture.day(2), using: knowledge).filter {
      if case .rules = $0 { true } else { false }
    }
    let text = try Fixture.text(rules, for: .clinician).replacing(/\s+/, with: " ")
    #expect(text.contains("STOP: ") && text.contains("; also 1 URGENT."))
    #expect(!text.contains("of this weight"))
  }
}
