import Care
import Foundation
import Knowledge
import Pages
import PatientRecord
import TestKit
import Testing
import Time

/// Help stands first whatever told of self-harm, and says no more than was told.
struct SafetyConcernTests {
  private func entry(
    _ fact: Fact, day: Int = 0, number: Int = 1, by author: Author = .patient
  ) -> Entry {
    let sample = Entry.sample(fact, number, at: Instant.sample.advanced(byDays: Double(day)))
    return Entry(
      id: sample.id, patient: sample.patient, author: author, occurred: sample.occurred, fact: fact)
  }

  private func form(
    _ instrument: InstrumentID, _ answers: [ItemID: Int], day: Int = 0, number: Int = 1,
    rater: Response.Rater = .selfReport
  ) throws -> Entry {
    let response = try Response(instrument: instrument, content: .answers(answers), rater: rater)
    return entry(.response(response), day: day, number: number)
  }

  private func effect(_ name: String, by author: Author = .patient) throws -> Entry {
    entry(
      .sideEffect(SideEffect(name: try Name(name), severity: .mild, status: .present)), number: 7,
      by: author)
  }

  private func text(_ entries: [Entry], for audience: Audience = .patient) throws -> String {
    try Fixture.text([.safety(try Fixture.safety(entries, .bundled()))], for: audience)
      .replacing("\n", with: " ").replacing(#/ +/#, with: " ")
  }

  private static let first = "First: help is there for you"

  @Test(arguments: [(2, true), (1, false)])
  func `help stands first after the item of a scale that only a rule names`(
    answer: Int, isFirst: Bool
  ) throws {
    let entries = [try form("qids-sr16", ["q12": answer])]
    #expect(try text(entries).contains(Self.first) == isFirst)
    #expect(try text(entries, for: .clinician).contains("Safety first") == isFirst)
    #expect(try text(entries, for: .clinician).contains("QIDS-SR16 q12: 2") == isFirst)
    #expect(try Fixture.safety(entries, .bundled()).latestIsPositive == isFirst)
  }

  @Test func `help stands first after words in an effect or an event of life`() throws {
    let event = LifeEvent(title: try Name("Suicide attempt"), valence: .negative)
    for entry in [try effect("suicidal thoughts"), entry(.lifeEvent(event))] {
      let text = try text([entry])
      #expect(text.contains(Self.first))
      #expect(text.contains("you wrote down something about hurting yourself"))
      #expect(try self.text([entry], for: .clinician).contains("Recorded in words: "))
    }
    #expect(try !text([effect("dizziness")]).contains(Self.first))
  }

  @Test func `help stands first after a total that shows the answer`() throws {
    for (total, isFirst) in [(24.0, false), (25, true)] {
      let response = try Response(instrument: "phq9", content: .total(total))
      #expect(try text([entry(.response(response))]).contains(Self.first) == isFirst)
    }
  }

  @Test func `what a clinician rated is not called the person's answer`() throws {
    let rated = try form("cssrs-screener", ["q1": 0, "q2": 0, "q6": 1], rater: .clinician)
    let text = try text([rated])
    #expect(text.contains(Self.first) && text.contains("What somebody else noted on 2 Mar 2026"))
    #expect(!text.contains("your answers spoke") && !text.contains("Thank you for saying so"))
    let noted = try self.text([effect("suicidal thoughts", by: .staff("dr-a"))])
    #expect(noted.contains("What somebody else noted") && !noted.contains("you wrote down"))
  }

  @Test func `an answer about the past is not called a thought that was there`() throws {
    let text = try text([form("cssrs-screener", ["q1": 0, "q2": 0, "q6": 1])])
    #expect(text.contains("On 2 Mar 2026 your answers spoke of hurting yourself"))
    #expect(!text.contains("were there"))
  }

  private func two() throws -> [Entry] {
    [
      try form("phq9", ["q9": 2], day: 10, number: 1),
      try form("cssrs-screener", ["q1": 1, "q2": 1, "q4": 1], day: 4, number: 2),
    ]
  }

  @Test func `two instruments are thanked for once, and stand by date`() throws {
    let text = try text(two())
    #expect(text.ranges(of: "Thank you for saying so").count == 1)
    #expect(text.ranges(of: "You deserve support").count == 1)
    #expect(
      text.contains("Your latest answer about self-harm: 2 – More than half the days, 12 Mar"))
    let screen = try #require(text.range(of: "On 6 Mar 2026 your answers"))
    let form = try #require(text.range(of: "On 12 Mar 2026 your answers"))
    #expect(screen.lowerBound < form.lowerBound)
    let question = try #require(text.range(of: "Asked in PHQ-9: "))
    let last = try #require(text.range(of: "- 12 Mar 2026: Questionnaire PHQ-9"))
    let before = try #require(text.range(of: "- 6 Mar 2026: Questionnaire C-SSRS"))
    #expect(question.lowerBound < last.lowerBound && last.lowerBound < before.lowerBound)
  }

  @Test func `the care team reads which instrument and item, and which is its latest`() throws {
    let text = try text(two(), for: .clinician)
    #expect(text.contains("Scale item positive: PHQ-9 q9: 2 – More than half the days, on 12 Mar"))
    #expect(text.contains("positive: q1, q2, q4"))
    #expect(text.contains("the latest PHQ-9.") && !text.contains("the latest answer"))
    #expect(text.ranges(of: "Your own protocol says what follows").count == 1)
  }

  @Test func `forms are counted, not answers`() throws {
    #expect(try text(two(), for: .clinician).contains("2 forms: "))
  }
}
