import Care
import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@Suite struct StatusTests {
  private func course(_ totals: [Int], treatedFrom day: Int? = 0) throws -> CourseFixture {
    var fixture = try CourseFixture()
    if let day { try fixture.treat(fromDay: day) }
    for (week, total) in totals.enumerated() { fixture.add(total: total, ninth: 0, day: 7 * week) }
    return fixture
  }

  private func probability(_ verdict: StatusPart.Verdict?) throws -> Double {
    try #require(verdict?.probability.value)
  }

  @Test(arguments: [
    ([20, 18, 15, 10], StatusPart.Response.response), ([20, 19, 16, 11], .partial),
    ([20, 19, 18, 15], .partial), ([20, 20, 19, 16], .none), ([20, 21, 22, 23], .none),
  ])
  func `response follows the share lost from baseline`(
    totals: [Int], expected: StatusPart.Response
  ) throws {
    let status = try #require(try course(totals).status(day: 21))
    #expect(status.response == expected)
  }

  @Test func `remission is a score below five, and a probability beside it`() throws {
    let four = try #require(try course([20, 16, 12, 8, 6, 4]).status(day: 35))
    #expect(four.remitted?.rule == true)
    let five = try #require(try course([20, 16, 12, 8, 6, 5]).status(day: 35))
    #expect(five.remitted?.rule == false)
    let steady = try #require(try course([20, 12, 6, 2, 1, 1, 1, 1, 1]).status(day: 56))
    let certain = try probability(steady.remitted)
    let doubtful = try probability(four.remitted)
    #expect(certain > 0.9)
    #expect(doubtful < certain)
  }

  @Test func `a single lucky form meets the rule but not the level, and that is said`() throws {
    let status = try #require(
      try course([20, 19, 21, 20, 19, 20, 21, 20, 4]).status(day: 56))
    let remitted = try #require(status.remitted)
    #expect(remitted.rule == true)
    #expect(try probability(remitted) < 0.5)
    #expect(remitted.disagrees)
  }

  @Test func `worse needs the reliable change of six points`() throws {
    let five = try #require(try course([10, 11, 14, 15]).status(day: 21))
    let six = try #require(try course([10, 12, 14, 16]).status(day: 21))
    #expect(five.worsened?.rule == false)
    #expect(six.worsened?.rule == true)
    #expect(try probability(six.worsened) > probability(five.worsened))
  }

  @Test(arguments: [
    ([18, 10, 4, 3, 12, 13], true), ([18, 10, 4, 3, 12, 8], false), ([18, 10, 4, 3, 4, 11], false),
    ([18, 10, 4, 3, 9, 9], false),
  ])
  func `relapse takes two high scores in a row after a remission`(
    totals: [Int], expected: Bool
  ) throws {
    let status = try #require(try course(totals).status(day: 35))
    #expect(status.relapsed?.rule == expected)
  }

  @Test func `without a remission there is no relapse to speak of`() throws {
    let status = try #require(try course([18, 14, 12, 15, 16]).status(day: 28))
    #expect(status.relapsed == nil)
  }

  @Test func `a remission before the baseline makes the present episode no relapse`() throws {
    let before = try #require(
      try course([2, 1, 16, 17, 16, 15], treatedFrom: 21).status(day: 35))
    #expect(before.relapsed == nil)
    let untreated = try #require(
      try course([2, 1, 16, 17, 16, 15], treatedFrom: nil).status(day: 35))
    #expect(untreated.relapsed?.rule == true)
  }

  @Test func `standing still in remission is no plateau, and no disagreement`() throws {
    let well = try #require(try course([14, 8, 3, 2, 2, 2, 2, 2, 2, 2]).status(day: 63))
    #expect(well.plateaued?.rule == false)
    #expect(well.plateaued?.probability.missing != nil)
    #expect(well.plateaued?.disagrees == false)
  }

  @Test func `the probability of a plateau counts from the defined share`() throws {
    let still = try #require(
      try course([14, 14, 13, 14, 14, 13, 14, 14, 14]).status(day: 56))
    let plateau = try #require(still.plateaued)
    #expect(plateau.probabilityNeeded == 0.9)
    #expect(plateau.disagrees == (try probability(plateau) < 0.9))
  }

  @Test func `a plateau is long enough treatment with hardly any change above remission`() throws {
    let still = try #require(
      try course([14, 14, 13, 14, 14, 13, 14, 14, 14]).status(day: 56))
    #expect(still.plateaued?.rule == true)
    let falling = try #require(
      try course([22, 20, 18, 16, 14, 12, 10, 8, 6]).status(day: 56))
    #expect(falling.plateaued?.rule == false)
    #expect(try probability(still.plateaued) > probability(falling.plateaued))
    let early = try #require(try course([14, 14, 14], treatedFrom: 0).status(day: 14))
    #expect(early.plateaued?.rule == nil)
    #expect(early.plateaued?.probability.missing != nil)
  }

  @Test func `three scores are too few for a probability, with the number needed`() throws {
    let status = try #require(try course([20, 15, 9]).status(day: 14))
    #expect(status.responded?.rule == true)
    #expect(status.responded?.probability.missing?.needed == 4)
    #expect(status.responded?.probability.missing?.observed == 3)
  }

  @Test func `a site's own reliable change moves the rule`() throws {
    var fixture = try course([10, 11, 14, 15])
    let site = SiteSettings(
      reliableChanges: [
        "phq9": SiteReliableChange(points: 5, reason: "own sample", setBy: "clinical lead")
      ])
    let usual = try #require(fixture.status(day: 21))
    #expect(usual.worsened?.rule == false)
    let adjusted = try fixture.knowledge.adjusted(by: site)
    fixture.entries.reverse()
    let review = Review(
      entries: fixture.entries, patient: .sample, at: CourseFixture.instant(day: 21),
      using: adjusted)
    let status = review.parts.lazy.compactMap {
      if case .status(let part) = $0 { part } else { nil }
    }.first
    #expect(status?.worsened?.rule == true)
  }
}
