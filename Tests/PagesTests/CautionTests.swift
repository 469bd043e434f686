import Foundation
import Inference
import Knowledge
import Testing

@testable import Care

/// Sentences must not say more than is known, and must not hide what is worse.
struct CautionTests {
  private func glance(_ text: String) -> String {
    text.components(separatedBy: "At a glance").last?
      .components(separatedBy: "Questionnaires\n---").first ?? ""
  }

  private func unbroken(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func wellBeing(_ totals: [Double], knowledge: Knowledge) throws -> ScoresPart {
    let instrument = try knowledge.instrument("who5")
    let all = totals.enumerated().map { Fixture.score(14 * $0.offset, $0.element, instrument) }
    return ScoresPart(
      instrument: instrument, scores: all, baseline: all.first, baselineReason: "the first score",
      latest: all.last,
      change: .init(
        points: 4, fractionalDrop: -0.2, isReliable: false, isImprovement: true),
      isInRemission: nil, basis: Fixture.basis([0, 14]))
  }

  private func status(_ instrument: Instrument, worse: Bool, response: Bool) -> StatusPart {
    StatusPart(
      instrument: instrument, baselineDay: Fixture.day(0), latestDay: Fixture.day(14),
      response: nil, responded: response ? Fixture.verdict(false, 0.01, "A fall.") : nil,
      partlyResponded: nil, remitted: nil, remittedByItems: nil,
      worsened: Fixture.verdict(worse, 0.97, "Worse."),
      relapsed: nil, plateaued: nil, basis: Fixture.basis([0, 14]))
  }

  @Test func `a questionnaire without response rule is named at a glance by its total`() throws {
    let knowledge = try Knowledge.bundled()
    let part = try wellBeing([20, 24], knowledge: knowledge)
    let parts: [ReviewPart] = [
      .scores(part), .status(status(part.instrument, worse: false, response: false)),
    ]
    let text = glance(try Fixture.text(parts, for: .clinician))
    #expect(text.contains("WHO-5: Latest total: 24 of 100"))
  }

  @Test func `at a glance the care team reads first what is reliably worse`() throws {
    let knowledge = try Knowledge.bundled()
    let part = try wellBeing([60, 24], knowledge: knowledge)
    func text(_ worse: Bool) throws -> String {
      glance(
        try Fixture.text(
          [.scores(part), .status(status(part.instrument, worse: worse, response: true))],
          for: .clinician))
    }
    #expect(try text(true).contains("WHO-5: reliably worse rule: yes"))
    #expect(try !text(false).contains("reliably worse"))
  }

  @Test func `no band that a person reads about themselves is a diagnosis`() throws {
    let knowledge = try Knowledge.bundled()
    for instrument in knowledge.instruments.values {
      for band in instrument.bands { #expect(!band.label.contains("depression")) }
    }
    let part = try wellBeing([20, 24], knowledge: knowledge)
    let text = try Fixture.text([.scores(part)], for: .patient)
    #expect(text.contains("“very poor well-being”"))
    #expect(!text.contains("likely depression"))
  }

  @Test func `a limit that the site set is named with who set it and what ships`() throws {
    let site = SiteSettings(
      reliableChanges: ["who5": .init(points: 10, reason: "own sample", setBy: "clinical lead")])
    let knowledge = try Knowledge.bundled().adjusted(by: site)
    let part = try wellBeing([20, 24], knowledge: knowledge)
    let text = unbroken(try Fixture.text([.scores(part)], for: .clinician))
    #expect(text.contains("10 points was set here (clinical lead: own sample)"))
    #expect(text.contains("22 points ship."))
    #expect(text.contains("from the items of one form"))
    #expect(try !Fixture.text([.scores(part)], for: .patient).contains("clinical lead"))
  }

  @Test func `a later form without a total does not hide behind an older one`() throws {
    let knowledge = try Knowledge.bundled()
    let instrument = try knowledge.instrument("phq9")
    let all = [Fixture.score(0, 8, instrument), Fixture.score(14, nil, instrument)]
    let part = ScoresPart(
      instrument: instrument, scores: all, baseline: all[0], baselineReason: "the first score",
      latest: all[0], change: nil, isInRemission: false, basis: Fixture.basis([0, 14]))
    for audience in Audience.allCases {
      let text = unbroken(try Fixture.text([.scores(part)], for: audience))
      #expect(text.contains("A later form, 16 Mar 2026, has no total"))
    }
  }

  @Test func `only the person is addressed as you while a course is not known yet`() throws {
    let parts = try Fixture.nothing()
    #expect(try Fixture.text(parts, for: .patient).contains("You rated"))
    #expect(try !Fixture.text(parts, for: .clinician).contains("You rated"))
  }
}
