import Foundation
import Inference
import Knowledge
import Testing

@testable import Care
@testable import Pages

/// Severity by items, the panels for research, and what no sentence may claim.
struct LinkWordsTests {
  private func unbroken(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func status(rule: Bool, _ items: Finding<Double>?) throws -> StatusPart {
    StatusPart(
      instrument: try Knowledge.bundled().instrument("phq9"), baselineDay: Fixture.day(0),
      latestDay: Fixture.day(28), response: nil, responded: nil, partlyResponded: nil,
      remitted: Fixture.verdict(rule, rule ? 0.7 : 0.2, "A score below 5."),
      remittedByItems: items, worsened: nil, relapsed: nil, plateaued: nil,
      basis: Fixture.basis([0, 28]))
  }

  @Test func `single answers that disagree with the rule say so at both places`() throws {
    let text = unbroken(
      try Fixture.text([.status(try status(rule: false, .found(0.62)))], for: .clinician))
    #expect(
      text.contains(
        "By the single answers read together, the probability that a form of 30 Mar 2026 would be "
          + "below 5. Rule and single answers disagree."))
    #expect(text.contains("disagree with the rule on remission: read both."))
    #expect(text.contains("Remission by the single answers: probability about 60 %"))
  }

  @Test func `single answers that agree, or are not there, raise no flag`() throws {
    for items in [Finding.found(0.2), .notYet(Fixture.missing), nil] as [Finding<Double>?] {
      let text = try Fixture.text([.status(try status(rule: false, items))], for: .clinician)
      #expect(!text.contains("read both"))
      #expect(text.contains("by the single answers") == (items != nil))
    }
  }

  @Test func `early warning says first that it must drive nothing`() throws {
    let text = unbroken(
      try Fixture.text([.earlyWarning(ResearchFixture.warning)], for: .researcher))
    #expect(text.contains("This is no alarm and must not drive a decision."))
    #expect(text.contains("26 to 33 % of transitions"))
    #expect(text.contains("Mood: autocorrelation"))
    #expect(
      try !Fixture.text([.earlyWarning(ResearchFixture.warning)], for: .clinician)
        .contains("trend"))
  }

  @Test func `the link over memory stands beside its way back and proves nothing`() throws {
    let text = unbroken(
      try Fixture.text([.memoryLink(try ResearchFixture.memory())], for: .researcher))
    for words in [
      "Way back: rating to memory (d)", "Over memory (a b)", "ρ", "prove nothing of the kind",
    ] { #expect(text.contains(words), "\(words)") }
  }

  private func sentences(_ audience: Audience) throws -> [String] {
    var parts = try Fixture.everything(try .bundled())
    parts.append(.effects(try EffectFixture.late()))
    return unbroken(try Fixture.text(parts, for: audience)).lowercased()
      .components(separatedBy: ". ")
  }

  /// Sentences that claim that something made something else so.
  private func claims(_ sentences: [String]) -> [String] {
    sentences.filter { sentence in
      sentence.contains(#/\b(causes?|caused|because of|due to|thanks to|leads to|results? in)\b/#)
        && !sentence.contains(#/\b(not|no|cannot|nobody)\b/#)
    }
  }

  @Test(arguments: Audience.allCases)
  func `no sentence affirms a cause`(audience: Audience) throws {
    #expect(claims(try sentences(audience)) == [])
  }

  @Test func `the check for claims finds one`() {
    #expect(claims(["more sleep causes a better mood", "one need not cause the other"]).count == 1)
  }

  @Test func `what the person reads of patterns is in short sentences`() throws {
    let group = PatternFixture.candidate([
      .init(predictor: "sleepHours", lag: 0), .init(predictor: "activeMinutes", lag: 1),
    ])
    let parts = [
      try PatternFixture.part([PatternFixture.candidate(), group]),
      try PatternFixture.part([PatternFixture.unseen]), try PatternFixture.early(),
    ]
    let wording = Wording(audience: .patient)
    for part in parts {
      let sentences = wording.patternsSummary(part) + wording.patternsSureness(part)
      for sentence in sentences.flatMap({ $0.components(separatedBy: ". ") }) {
        #expect(sentence.split(separator: " ").count <= 36, "\(sentence)")
      }
      let words = sentences.joined(separator: " ").split(separator: " ")
      let letters = words.reduce(0) { $0 + $1.count }
      #expect(Double(letters) / Double(max(words.count, 1)) < 5.2)
    }
  }

  @Test func `no sentence for the person tells them what to do about a pattern`() throws {
    let part = try PatternFixture.part([PatternFixture.candidate()])
    let text = try Fixture.text([.patterns(part)], for: .patient).lowercased()
    for word in ["should", "try to", "must", "sleep more", "recommend"] {
      #expect(!text.contains(word), "\(word)")
    }
  }
}
