import Care
import Foundation
import JSON
import Knowledge
import Pages
import PatientRecord
import TestKit
import Testing
import Time

/// The JSON form against `docs/review.schema.json`.
struct JSONFormTests {
  private func check() throws -> SchemaCheck {
    let file = SharedData.checkout.appending(path: "docs/review.schema.json")
    return SchemaCheck(try JSONValue(parsing: try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: Audience.allCases)
  func `a report is as the schema says`(audience: Audience) throws {
    let knowledge = try Knowledge.bundled()
    let all = [try Fixture.everything(knowledge), try Fixture.nothing(), []]
    for parts in all {
      #expect(try check().faults(of: try Fixture.json(parts, for: audience)) == [])
    }
  }

  @Test(arguments: Audience.allCases)
  func `a report of a whole record is as the schema says`(audience: Audience) throws {
    let knowledge = try Knowledge.bundled()
    let review = Review(
      entries: try Entry.sampleRecord(weeks: 3), patient: .sample,
      at: Instant.sample.advanced(byDays: 21), using: knowledge)
    let json = Report.json(review, for: audience)
    #expect(try check().faults(of: json) == [])
    let again = try JSONValue(parsing: json.text(.pretty))
    #expect(again == json)
  }

  @Test func `the schema refuses what it does not know`() throws {
    let json = try Fixture.json(try Fixture.everything(try .bundled()), for: .clinician)
    let text = json.text()
    let wrong = [
      ("\"entries\":1476", "\"entries\":\"many\""), ("\"rule\":", "\"ruled\":"),
      ("anamnesis.review/1", "anamnesis.review/2"), ("2026-03-02", "2 March"),
      ("\"audience\":\"clinician\"", "\"audience\":\"patient\""),
    ]
    for (right, wrong) in wrong {
      #expect(text.contains(right))
      let broken = try JSONValue(parsing: text.replacing(right, with: wrong))
      #expect(try check().faults(of: broken) != [], "\(wrong) passes")
    }
  }

  @Test func `a number that JSON cannot hold is null`() throws {
    let json = try Fixture.json(
      [.trajectory(try Fixture.trajectory(change: .infinity))], for: .researcher)
    #expect(json["parts"]?[0]?["course"]?["value"]?["changeInFourWeeksPoints"]?["mean"] == .null)
  }
}
