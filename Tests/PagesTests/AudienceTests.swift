import Care
import Foundation
import JSON
import Knowledge
import Testing

/// What must never reach the person in treatment, and does reach the care team.
struct AudienceTests {
  static let forbidden = [
    "examplomine", "secret taper", "taper", "137.5", "62.5", " mg", "dose", "relapse",
    "probability",
    "remission", "worth a check-in", "ewma", "cusum", "change point", "first recorded",
    "specification",
    "other date", "interval", "single answers", "published peak", "secret session",
    "other date", "interval", "single answers", "self-harm-answer", "somebody must look",
    "no safety plan", "at once", "highest band", "your protocol", "responder", "unknown;",
  ]

  private func forms(for audience: Audience) throws -> [(name: String, text: String)] {
    let parts = try Fixture.everything(try Fixture.knowledge.get())
    // The style sheet is ours and says nothing about anybody.
    let page = try Fixture.html(parts, for: audience)
    let start = page.range(of: "<style>")?.lowerBound ?? page.startIndex
    let end = page.range(of: "</style>")?.upperBound ?? page.startIndex
    let json = try Fixture.json(parts, for: audience).text()
    return [
      ("page", page[..<start] + page[end...] + ""),
      ("text", try Fixture.text(parts, for: audience)),
      ("JSON", json),
    ].map { ($0, $1.lowercased()) }
  }

  @Test(arguments: forbidden)
  func `a patient's report does not contain`(word: String) throws {
    for (name, text) in try forms(for: .patient) {
      #expect(!text.contains(word), "the \(name) contains \"\(word)\"")
    }
  }

  @Test(arguments: forbidden)
  func `the care team's page contains`(word: String) throws {
    let page = try #require(try forms(for: .clinician).first)
    #expect(page.text.contains(word))
  }

  @Test func `a patient's JSON has the parts for patients alone`() throws {
    let json = try Fixture.json(try Fixture.everything(try Fixture.knowledge.get()), for: .patient)
    guard case .array(let parts) = json["parts"] else { throw Missing() }
    #expect(
      parts.map { $0["kind"] } == [
        .string("safety"), .string("record"), .string("scores"), .string("trajectory"),
        .string("patterns"), .string("overview"), .string("gaps"), .string("safetyPlan"),
      ])
  }

  @Test func `only researchers see the numbers of the model`() throws {
    let parts = try Fixture.everything(try Fixture.knowledge.get())
    #expect(try Fixture.html(parts, for: .researcher).contains("Log-likelihood"))
    #expect(try !Fixture.html(parts, for: .clinician).contains("Log-likelihood"))
    #expect(try Fixture.json(parts, for: .researcher).text().contains("levelVariancePerDay"))
    #expect(try !Fixture.json(parts, for: .clinician).text().contains("levelVariancePerDay"))
  }

  @Test func `no report tells a patient that they have something`() throws {
    let text = try Fixture.text(try Fixture.everything(try Fixture.knowledge.get()), for: .patient)
    #expect(!text.lowercased().contains("you have "))
    #expect(!text.lowercased().contains("you are "))
  }

  private struct Missing: Error {}
}
