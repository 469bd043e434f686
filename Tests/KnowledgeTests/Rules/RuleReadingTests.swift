import Knowledge
import Testing

/// Each check of the reader has a broken fixture.
@Suite struct RuleReadingTests {
  private func failure(_ family: KnowledgeDocument) -> KnowledgeError? {
    do {
      _ = try RuleSamples.book(family)
      return nil
    } catch { return error }
  }

  @Test func `the sample itself can be read`() { #expect(failure(RuleSamples.family()) == nil) }

  @Test(arguments: [
    ("{ fact: height, above: 1 a }", "the catalogue has no fact 'height'"),
    ("{ fact: age, above: 65 }", "expected a number and the unit a"),
    ("{ fact: age, above: 65 wk }", "expected a number and the unit a"),
    ("{ fact: age, is: true }", "cannot be asked of 'age'"),
    ("{ fact: calm, above: 1 }", "cannot be asked of 'calm'"),
    ("{ fact: step, is: four }", "expected one of one, two, three"),
    ("{ fact: had, contains: d }", "expected one of a, b, c"),
    ("{ fact: had, containsAny: [] }", "a value is needed here"),
    ("{ fact: dose, above: 1 mg/d }", "needs a parameter of things"),
    ("{ fact: age(x), above: 1 a }", "has no parameter"),
    ("{ fact: seen, daysSince: { below: 14 } }", "whole days with their unit"),
    ("{ fact: age, above: 1 a, below: 2 a }", "one question to the fact"),
    ("{ all: [] }", "a value is needed here"),
    ("{ maybe: [] }", "the key 'maybe' is not known"),
    ("{ all: [{ fact: calm, is: true }], any: [{ fact: calm, is: true }] }", "one of all, any"),
  ])
  func `a condition that does not fit the catalogue is refused`(
    condition: String, message: String
  ) {
    let error = failure(RuleSamples.family(when: condition))
    #expect(error?.description.contains(message) == true, "\(String(describing: error))")
    #expect(error?.document == "rules/tests.yaml" && error?.record == "T-01")
    #expect(error?.line != nil)
  }

  @Test func `an uncertain rule, one without source and one with an unread source are refused`() {
    #expect(failure(RuleSamples.family(certainty: "U"))?.problem == .uncertain)
    #expect(failure(RuleSamples.family(source: "nobody"))?.problem == .unknownSource("nobody"))
    #expect(failure(RuleSamples.family(certainty: "S"))?.problem == .unread)
    #expect(failure(RuleSamples.family(source: ""))?.problem == .unsourced)
  }

  @Test func `a single order, an unknown level and contradicting dates are refused`() {
    let single = RuleSamples.family().replacing("[this, that]", with: "[this]")
    #expect(failure(single)?.description.contains("never a single order") == true)
    #expect(failure(RuleSamples.family(level: "LOUD")) != nil)
    #expect(failure(RuleSamples.family(extra: "validTo: 2025-01-01")) != nil)
  }

  @Test func `a rule or family that comes twice is refused`() {
    #expect(throws: KnowledgeError.self) {
      try RuleSamples.book(RuleSamples.family(), RuleSamples.family())
    }
    #expect(throws: KnowledgeError.self) {
      try RuleSamples.book(RuleSamples.family(), RuleSamples.family(name: "others"))
    }
  }

  @Test func `conditions nested without end are refused`() {
    let deep =
      String(repeating: "{ not: ", count: 40) + "{ fact: calm, is: true }"
      + String(repeating: " }", count: 40)
    #expect(failure(RuleSamples.family(when: deep))?.description.contains("deeply") == true)
  }

  @Test(arguments: [
    "{ age: 70 }", "{ age: 70 kg }", "{ height: 2 a }", "{ calm: perhaps }", "{ step: four }",
    "{ had: [d] }", "{ had: { has: [a], hasNot: [a] } }", "{ seen: yesterday }", "[]",
    "{ age: { value: 70 a, on: today } }", "{ age: nan a }",
  ])
  func `a case that does not fit the catalogue is refused`(facts: String) throws {
    let book = try RuleSamples.book(RuleSamples.family())
    let document = KnowledgeDocument(name: "case.yaml", text: "facts: \(facts)")
    let error = #expect(throws: KnowledgeError.self) { try book.facts(in: document) }
    #expect(error?.document == "case.yaml")
  }
}
