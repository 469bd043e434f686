import Care
import Knowledge
import PatientRecord
import TestKit
import Testing

/// Instruments without a total: their answers are kept, and no level of risk is shown to anybody.
@Suite struct ScreenerTests {
  private func fixture(
    _ instrument: InstrumentID, _ forms: [[ItemID: Int]]
  ) throws -> CourseFixture {
    var fixture = try CourseFixture()
    for (week, answers) in forms.enumerated() {
      let form = try Response(
        instrument: instrument, content: .answers(answers), rater: .clinician)
      fixture.entries.append(
        .sample(.response(form), 2_000 + week, at: CourseFixture.instant(day: 7 * week)))
    }
    return fixture
  }

  @Test func `each yes of the screener is a positive answer about safety`() throws {
    let fixture = try fixture(
      "cssrs-screener", [["q1": 1, "q2": 1, "q3": 0, "q4": 1, "q5": 0, "q6": 0]])
    let safety = try #require(fixture.safety(day: 0))
    #expect(safety.latestIsPositive)
    let positive = safety.items.filter { $0.answers.last?.isPositive == true }
    #expect(positive.map(\.item) == ["q1", "q2", "q4"])
    #expect(positive.map(\.answers.last?.label) == ["yes", "yes", "yes"])
    #expect(!safety.contacts.isEmpty)
  }

  @Test func `questions that were rightly not asked are not called unanswered`() throws {
    let fixture = try fixture("cssrs-screener", [["q1": 0, "q2": 0, "q6": 0]])
    let safety = try #require(fixture.safety(day: 0))
    #expect(!safety.latestIsPositive)
    #expect(safety.items.map(\.item) == ["q1", "q2", "q6"])
    let gaps = try self.fixture("cssrs-screener", [["q1": 0, "q2": 1]])
    let asked = try #require(gaps.safety(day: 0)).items
    #expect(asked.count { $0.answers.last?.isPositive == nil } == 5)
  }

  @Test(arguments: ["cssrs-screener", "fibser"] as [InstrumentID])
  func `what has no total has no part of scores, for anybody`(_ id: InstrumentID) throws {
    let item: ItemID = id == "fibser" ? "burden" : "q4"
    let fixture = try fixture(id, [[item: 1], [item: 1]])
    #expect(fixture.scores(day: 7) == nil && fixture.status(day: 7) == nil)
    let text = String(describing: fixture.review(day: 7, settings: .init(audiences: [.patient])))
    #expect(!text.contains("\"high\""))
    let chart = Chart(entries: fixture.entries, patient: .sample, knowledge: fixture.knowledge)
    #expect(chart.problems.isEmpty && chart.scores[id]?.count == 2)
  }

  @Test func `a total is refused where there is none`() throws {
    var fixture = try CourseFixture()
    let form = try Response(instrument: "cssrs-screener", content: .total(1))
    fixture.entries.append(.sample(.response(form), 3_000, at: CourseFixture.instant(day: 0)))
    let chart = Chart(entries: fixture.entries, patient: .sample, knowledge: fixture.knowledge)
    #expect(chart.problems.map(\.kind) == [.impossibleTotal("cssrs-screener", 1)])
    #expect(chart.scores.isEmpty)
  }

  @Test func `answers by number are scored where the wording may not ship`() throws {
    let answers = Dictionary(
      uniqueKeysWithValues: (1...5).map { (ItemID(rawValue: "q\($0)"), $0) })
    let fixture = try fixture("who5", [answers])
    #expect(fixture.scores(day: 0)?.latest?.total == 60)
  }

  // T 61.2 to 66.8 is beyond 1.96·√(1.7² + 1.8²) = 4.853, 61.2 to 65.8 is not.
  @Test(arguments: [(66.8, true), (65.8, false)])
  func `a change of a T-score is held against the errors of both`(
    _ last: Double, _ isReliable: Bool
  )
    throws
  {
    var fixture = try CourseFixture()
    for (week, total) in [61.2, last].enumerated() {
      let form = try Response(instrument: "promis-depression-8a", content: .total(total))
      fixture.entries.append(
        .sample(.response(form), 4_000 + week, at: CourseFixture.instant(day: 7 * week)))
    }
    #expect(fixture.scores(day: 7)?.change?.isReliable == isReliable)
  }
}
