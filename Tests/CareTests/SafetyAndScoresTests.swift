import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@Suite struct SafetyAndScoresTests {
  @Test func `item 9 is shown as it was answered, and as unknown where it was skipped`() throws {
    var fixture = try CourseFixture()
    fixture.add(total: 12, ninth: 0, day: 0)
    fixture.add(total: 14, ninth: 2, day: 14)
    fixture.add(total: 16, ninth: nil, day: 28)
    let safety = try #require(fixture.safety(day: 28))
    let item = try #require(safety.items.first)
    #expect(item.answers.map(\.answer) == [.given(0), .given(2), .unknown])
    #expect(item.answers.map(\.isPositive) == [false, true, nil])
    #expect(item.answers[1].label == "More than half the days")
    #expect(!safety.contacts.isEmpty)
  }

  @Test(
    arguments: [
      ([(0, 2)], true), ([(0, 2), (14, nil)], true), ([(0, 2), (0, 0)], true),
      ([(0, 2), (14, 0)], false), ([(0, nil)], false),
    ] as [([(Int, Int?)], Bool)])
  func `only an answer of a later day takes a positive one back`(
    answers: [(day: Int, ninth: Int?)], expected: Bool
  ) throws {
    var fixture = try CourseFixture()
    for answer in answers { fixture.add(total: 12, ninth: answer.ninth, day: answer.day) }
    #expect(try #require(fixture.safety(day: 28)).latestIsPositive == expected)
  }

  @Test func `a baseline from after treatment had begun is called that`() throws {
    var fixture = try CourseFixture()
    try fixture.treat(fromDay: 0)
    fixture.add(total: 12, ninth: 0, day: 7)
    fixture.add(total: 7, ninth: 0, day: 21)
    let scores = try #require(fixture.scores(day: 21))
    #expect(scores.baselineReason.contains("after treatment had begun"))
  }

  @Test func `forms by different people in one series are named as a gap`() throws {
    func subjects(_ raters: [Response.Rater]) throws -> [String] {
      var fixture = try CourseFixture()
      for (week, rater) in raters.enumerated() {
        let form = try Response(instrument: "madrs", content: .total(20), rater: rater)
        fixture.entries.append(
          .sample(.response(form), 1_000 + week, at: CourseFixture.instant(day: 7 * week)))
      }
      return fixture.review(day: 21).parts.flatMap { part in
        guard case .gaps(let gaps) = part else { return [String]() }
        return gaps.gaps.filter { $0.sentence.contains("different people") }.map(\.subject)
      }
    }
    #expect(try subjects([.clinician, .selfReport]) == ["MADRS"])
    #expect(try subjects([.clinician, .clinician]) == [])
  }

  @Test func `a skipped item 9 leaves a prorated total`() throws {
    var fixture = try CourseFixture()
    fixture.add(total: 16, ninth: nil, day: 0)
    let scores = try #require(fixture.scores(day: 0))
    let score = try #require(scores.scores.first)
    // 16 over eight answered items: 16 / 8 × 9.
    #expect(score.total == 18)
    #expect(score.isProrated)
    #expect(score.missingItems == 1)
  }

  @Test(arguments: [(0, 8, 15, true), (9, 20, 15, false), (14, 15, 15, true)])
  func `the baseline is the last score up to the start of treatment`(
    start: Int, first: Int, expected: Int, usesSecond: Bool
  ) throws {
    var fixture = try CourseFixture()
    fixture.add(total: first, ninth: 0, day: -21)
    fixture.add(total: expected, ninth: 0, day: -7)
    fixture.add(total: 6, ninth: 0, day: 28)
    try fixture.treat(fromDay: usesSecond ? start : -14)
    let scores = try #require(fixture.scores(day: 28))
    #expect(scores.baseline?.total == Double(usesSecond ? expected : first))
    #expect(scores.change?.points == 6 - Double(usesSecond ? expected : first))
    #expect(scores.change?.isImprovement == true)
    #expect(scores.change?.isReliable == true)
  }

  @Test func `a change of five points is within measurement error`() throws {
    var fixture = try CourseFixture()
    fixture.add(total: 12, ninth: 0, day: 0)
    fixture.add(total: 7, ninth: 0, day: 14)
    let change = try #require(fixture.scores(day: 14)?.change)
    #expect(change.isReliable == false)
    #expect(change.isImprovement == true)
    #expect(abs(try #require(change.fractionalDrop) - 5.0 / 12) < 1e-12)
  }
}
