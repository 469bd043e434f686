import JSON
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@Suite struct PayloadTests {
  @Test func `a name is one short line`() throws {
    #expect(throws: FieldError("", "a name must not be empty")) { try Name(" \t") }
    #expect(throws: FieldError("", "a name is one line without control characters")) {
      try Name("a\nb")
    }
    #expect(throws: FieldError("", "a name has at most 200 characters")) {
      try Name(String(repeating: "é", count: 201))
    }
    #expect(try Name(String(repeating: "é", count: 200)).text.count == 200)
  }

  @Test(arguments: [-1, .nan, .infinity, 527_041])
  func `a length of time is neither negative nor endless`(value: Double) {
    #expect(throws: FieldError.self) { try Minutes(value) }
  }

  @Test func `a check-in holds something and nothing twice`() throws {
    #expect(throws: FieldError("ratings", "a check-in needs a rating or a good moment")) {
      try CheckIn(ratings: [])
    }
    #expect(throws: FieldError("ratings[1].item", "\"mood\" is rated twice")) {
      try Entry.checkIn(["mood": 1, "mood": 2])
    }
  }

  @Test func `a night says something and its times are in order`() throws {
    let noon = Instant.sample
    #expect(throws: FieldError("", "says nothing about the night")) { try Sleep() }
    #expect(
      throws: FieldError(
        "rise", "2026-03-01T12:00:00.000Z is before finalWake 2026-03-02T12:00:00.000Z")
    ) {
      try Sleep(finalWake: noon, rise: noon.advanced(byDays: -1))
    }
    _ = try Sleep(lightsOut: noon, rise: noon)
  }

  @Test func `the doses of one step have one unit and are not negative`() throws {
    let name = try Name("Examplomine")
    let (milligrams, grams) = (try Quantity(20, .milligram), try Quantity(1, .gram))
    #expect(throws: FieldError("previousPerDay.unit", "g differs from mg of the new dose")) {
      try DoseStep(substance: name, dosePerDay: milligrams, previousPerDay: grams)
    }
    #expect(throws: FieldError("dosePerDay.value", "-1.0 is negative")) {
      try DoseStep(substance: name, dosePerDay: Quantity(-1, .milligram))
    }
  }

  @Test func `a safety plan and a measurement are not empty`() {
    #expect(throws: FieldError.self) { try SafetyPlan() }
    #expect(throws: FieldError.self) { try Measurement(kind: .lab, name: Name("x")) }
  }

  @Test func `a stretch of time does not end before it begins`() {
    #expect(throws: FieldError.self) {
      try TimeSpan(from: .sample, to: .at(Instant.sample.advanced(byDays: -1)))
    }
  }
}
