import Foundation
import Knowledge
import Testing

@testable import Care

struct SafetyTests {
  private func page(_ answers: [Int?], for audience: Audience = .patient) throws -> String {
    let knowledge = try Knowledge.bundled()
    return try Fixture.html(
      [.safety(try Fixture.safety(answers, knowledge)), .record(Fixture.record)], for: audience)
  }

  private func place(of text: String, in page: String) throws -> String.Index {
    try #require(page.range(of: text)).lowerBound
  }

  @Test(arguments: [[1], [0, 2], [2, 0], [2, nil]] as [[Int?]])
  func `help stands first once an answer was positive`(answers: [Int?]) throws {
    let page = try page(answers)
    let help = try place(of: "First: help is there for you", in: page)
    #expect(try help < place(of: "At a glance", in: page))
    #expect(page.contains("href=\"tel:116123\""))
    #expect(page.contains("Nobody is told of your answers by this page"))
  }

  @Test(arguments: [([2], true), ([2, nil], true), ([2, 0], false)] as [([Int?], Bool)])
  func `a skipped question never reads as if the thoughts had gone`(
    answers: [Int?], stands: Bool
  ) throws {
    let page = try page(answers)
    #expect(page.contains("You deserve support with this, now.") == stands)
    #expect(page.contains("If such thoughts are there now, or come back") == !stands)
    #expect(!page.contains("If they come back"))
  }

  @Test func `the care team reads that a positive answer was left open since`() throws {
    #expect(try page([2, nil], for: .clinician).contains("the question was left open since"))
    #expect(
      try page([2, nil], for: .clinician).contains("Not answered since, last on 16 Mar 2026."))
    #expect(try !page([2, 0], for: .clinician).contains("left open since"))
  }

  @Test(arguments: [("IE", "tel:116123"), ("GB", "sms:85258"), ("US", "sms:741741")])
  func `a line by text message is reached by message, not by a call`(
    country: String, link: String
  ) throws {
    let knowledge = try Knowledge.bundled()
    let part = SafetyPart(
      items: [], concerns: [], contacts: knowledge.helpContacts(forCountry: country),
      latestIsPositive: false)
    #expect(try Fixture.html([.safety(part)], for: .patient).contains("href=\"\(link)\""))
  }

  @Test(arguments: [[0], [nil], []] as [[Int?]])
  func `without a positive answer help stands last, and nothing reassures`(
    answers: [Int?]
  ) throws {
    let page = try page(answers)
    let help = try place(of: "If it gets too much", in: page)
    #expect(try help > place(of: "At a glance", in: page))
    #expect(page.contains("href=\"tel:116123\""))
    #expect(!page.contains("low risk"))
    #expect(!page.contains("no risk"))
  }

  @Test func `a report without safety answers names a way to help all the same`() throws {
    let page = try Fixture.html(Fixture.nothing(), for: .patient)
    #expect(page.contains("https://findahelpline.com/"))
    let text = try Fixture.text(Fixture.nothing(), for: .patient)
    #expect(text.contains("- Germany: 112 Notruf, "))
    #expect(text.contains("- United Kingdom: 999 Emergency services, 116 123 Samaritans"))
  }

  @Test func `a skipped answer reads as not answered`() throws {
    let text = try Fixture.text(
      [.safety(try Fixture.safety([1, nil], try .bundled()))], for: .patient)
    #expect(text.contains("16 Mar 2026: not answered"))
    #expect(text.contains("2 Mar 2026: 1 – Several days"))
  }

  @Test func `the care team is told that the report notifies nobody`() throws {
    let page = try page([2], for: .clinician)
    #expect(page.contains("Scale item positive"))
    #expect(page.contains("notifies nobody"))
    #expect(page.contains("does not exclude risk"))
  }

  @Test func `the raw answers are drawn beside the totals`() throws {
    let knowledge = try Knowledge.bundled()
    let page = try Fixture.html(
      [
        .safety(try Fixture.safety([0, nil, 1], knowledge)),
        .scores(try Fixture.scores(knowledge)),
      ], for: .patient)
    #expect(page.contains("c-unknown"))
    #expect(page.contains("<td>not answered</td>"))
  }
}
