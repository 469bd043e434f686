import Care
import Foundation
import HTML
import JSON
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@testable import Pages

/// Reports of whole records, from the entries on.
struct RecordTests {
  private func review(_ entries: [Entry], _ knowledge: Knowledge) -> Review {
    Review(
      entries: entries, patient: .sample, at: Instant.sample.advanced(byDays: 30),
      using: knowledge)
  }

  @Test(arguments: Audience.allCases)
  func `an empty record gives a report that says so`(audience: Audience) throws {
    let knowledge = try Knowledge.bundled()
    let review = review([], knowledge)
    let page = Report.html(review, for: audience, knowledge: knowledge).text
    #expect(TagBalance(page).fault == nil)
    #expect(
      page.contains(audience == .patient ? "Nothing has been entered yet" : "record is empty"))
    #expect(page.contains("https://findahelpline.com/"))
    #expect(!Report.text(review, for: audience, knowledge: knowledge).isEmpty)
  }

  @Test(arguments: Audience.allCases)
  func `one entry gives a report that says what is needed`(audience: Audience) throws {
    let knowledge = try Knowledge.bundled()
    let review = review([try .checkIn()], knowledge)
    let page = Report.html(review, for: audience, knowledge: knowledge).text
    #expect(TagBalance(page).fault == nil)
    #expect(page.contains("1 so far"))
    #expect(page.contains("The last entry is from 2 Mar 2026, 30 days earlier."))
  }

  @Test func `a medicine and its dose reach the care team and not the person`() throws {
    let knowledge = try Knowledge.bundled()
    let review = review(try Entry.sampleRecord(weeks: 3), knowledge)
    for (audience, isSeen) in [(Audience.patient, false), (.clinician, true)] {
      let forms = [
        Report.html(review, for: audience, knowledge: knowledge).text,
        Report.text(review, for: audience, knowledge: knowledge),
        Report.json(review, for: audience).text(),
      ]
      for form in forms { #expect(form.contains("Examplomine") == isSeen) }
    }
  }

  @Test func `a report is the same each time`() throws {
    let knowledge = try Knowledge.bundled()
    let entries = try Entry.sampleRecord(weeks: 2)
    let first = Report.html(review(entries, knowledge), for: .clinician, knowledge: knowledge)
    let second = Report.html(
      review(entries.reversed(), knowledge), for: .clinician, knowledge: knowledge)
    #expect(first == second)
  }

  @Test func `no line of the text is longer than a terminal is wide`() throws {
    for audience in Audience.allCases {
      let text = try Fixture.text(try Fixture.everything(try .bundled()), for: audience)
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= PlainText.width })
    }
  }
}
