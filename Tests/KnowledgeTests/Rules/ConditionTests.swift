import Knowledge
import Testing
import Time

@Suite struct ConditionTests {
  enum Expected { case fires, silent, unknown }

  struct Row: CustomStringConvertible, Sendable {
    let condition: String
    let facts: String
    let expected: Expected
    var description: String { "\(condition) on \(facts)" }
  }

  static let rows: [Row] = [
    Row(condition: "{ fact: age, atLeast: 65 a }", facts: "{ age: 65 a }", expected: .fires),
    Row(condition: "{ fact: age, above: 65 a }", facts: "{ age: 65 a }", expected: .silent),
    Row(condition: "{ fact: age, below: 65 a }", facts: "{}", expected: .unknown),
    Row(condition: "{ fact: calm, is: true }", facts: "{ calm: false }", expected: .silent),
    Row(condition: "{ fact: calm, is: false }", facts: "{ calm: false }", expected: .fires),
    Row(condition: "{ fact: step, is: two }", facts: "{ step: two }", expected: .fires),
    Row(condition: "{ fact: step, in: [one, two] }", facts: "{ step: three }", expected: .silent),
    Row(condition: "{ fact: had, contains: a }", facts: "{ had: [b] }", expected: .silent),
    Row(
      condition: "{ fact: had, contains: a }", facts: "{ had: { has: [b] } }", expected: .unknown),
    Row(
      condition: "{ fact: had, contains: a }", facts: "{ had: { hasNot: [a] } }", expected: .silent),
    Row(
      condition: "{ fact: had, containsAny: [a, b] }", facts: "{ had: { has: [b] } }",
      expected: .fires),
    Row(
      condition: "{ fact: had, containsAll: [a, b] }", facts: "{ had: { has: [b] } }",
      expected: .unknown),
    Row(
      condition: "{ fact: had, containsAll: [a, b] }", facts: "{ had: [a, b] }", expected: .fires),
    Row(
      condition: "{ fact: had, count: { of: [a, b, c], atLeast: 2 } }",
      facts: "{ had: { has: [a, c] } }", expected: .fires),
    Row(
      condition: "{ fact: had, count: { of: [a, b], below: 2 } }",
      facts: "{ had: { has: [a] } }", expected: .unknown),
    Row(
      condition: "{ fact: had, count: { atLeast: 2 } }", facts: "{ had: [a] }", expected: .silent),
    Row(
      condition: "{ fact: seen, daysSince: { below: 14 d } }", facts: "{ seen: 2026-03-03 }",
      expected: .fires),
    Row(
      condition: "{ fact: seen, daysSince: { below: 14 d } }", facts: "{ seen: 2026-03-02 }",
      expected: .silent),
    Row(condition: "{ not: { fact: had, contains: a } }", facts: "{}", expected: .unknown),
    Row(condition: "{ not: { fact: had, contains: a } }", facts: "{ had: [] }", expected: .fires),
    Row(
      condition: "{ all: [{ fact: calm, is: true }, { fact: age, atLeast: 65 a }] }",
      facts: "{ calm: false }", expected: .silent),
    Row(
      condition: "{ any: [{ fact: calm, is: true }, { fact: age, atLeast: 65 a }] }",
      facts: "{ calm: true }", expected: .fires),
    Row(
      condition: "{ any: [{ fact: calm, is: true }, { fact: age, atLeast: 65 a }] }",
      facts: "{ calm: false }", expected: .unknown),
    Row(condition: "{ fact: both, contains: x }", facts: "{ left: [x] }", expected: .fires),
    Row(condition: "{ fact: both, contains: x }", facts: "{ left: [] }", expected: .unknown),
    Row(
      condition: "{ fact: both, contains: x }", facts: "{ left: [], right: [] }", expected: .silent),
    Row(condition: "{ fact: both, contains: x }", facts: "{ both: [y] }", expected: .silent),
    Row(
      condition: "{ fact: both, contains: x }", facts: "{ both: [y], right: [x] }",
      expected: .fires),
    Row(
      condition: "{ fact: dose(x), above: 20 mg/d }", facts: "{ dose(x): 30 mg/d }",
      expected: .fires),
    Row(
      condition: "{ fact: dose(x), above: 20 mg/d }", facts: "{ dose(y): 30 mg/d }",
      expected: .unknown),
  ]

  @Test(arguments: rows)
  func `a condition is true, false or unknown`(row: Row) throws {
    let outcome = try RuleSamples.outcome(when: row.condition, facts: row.facts)
    switch (outcome, row.expected) {
    case (.fired, .fires), (.notFired, .silent), (.unknown, .unknown): break
    default: Issue.record("\(row) gave \(outcome)")
    }
  }

  @Test func `what is missing is only what can still decide`() throws {
    let condition = """
      { all: [{ any: [{ fact: calm, is: true }, { fact: age, atLeast: 65 a }] }, { fact: had, containsAny: [a, b] }] }
      """
    let outcome = try RuleSamples.outcome(
      when: condition, facts: "{ calm: true, had: { hasNot: [a] } }")
    guard case .unknown(let missing) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(missing.map(\.description) == ["had: b"])
  }

  @Test func `the basis names inputs with days, logic, version and cautions`() throws {
    let book = try RuleSamples.book(RuleSamples.family(extra: "pending: label not yet read"))
    let document = KnowledgeDocument(
      name: "case.yaml", text: "facts: { age: { value: 70 a, on: 2026-02-01 }, calm: true }")
    let read = try book.facts(in: document)
    let day = try #require(Day("2026-03-16"))
    let evaluation = try #require(book.evaluate(read.facts, on: day, in: "US").first)
    #expect(evaluation.outcome == .fired && evaluation.rule.version == "1.0.0")
    #expect(evaluation.logic == "age is at least 65 a")
    #expect(evaluation.inputs.map(\.reference.description) == ["age"])
    #expect(evaluation.inputs.first?.day == Day("2026-02-01"))
    #expect(evaluation.cautions == ["not yet second-read", "label not yet read"])
    #expect(evaluation.rule.advice.options == ["this", "that"])
    #expect(evaluation.rule.overrideReasons == ["Another reason"])
  }

  @Test func `a signed family carries no caution, and a late review is said`() throws {
    let book = try RuleSamples.book(
      RuleSamples.family(extra: "pending: label not yet read", reviewed: true))
    let late = try #require(Day("2027-01-02"))
    #expect(book.rules.first?.cautions == [])
    let evaluation = try #require(book.evaluate(KnownFacts(), on: late, in: nil).first)
    #expect(evaluation.cautions == ["review was due by 2027-01-01"])
  }

  @Test func `place, validity and switched-off families decide what is evaluated`() throws {
    let here = RuleSamples.family(extra: "jurisdiction: [GB]\n    validTo: 2026-06-30")
    let crisis = RuleSamples.family(id: "C-01", name: "crisis", isCrisis: true)
    var book = try RuleSamples.book(here, crisis)
    let day = try #require(Day("2026-03-16"))
    func ids(_ day: Day, _ place: String?) -> [String] {
      book.evaluate(KnownFacts(), on: day, in: place).map(\.rule.id)
    }
    #expect(ids(day, "gb") == ["C-01", "T-01"] && ids(day, "US") == ["C-01"])
    #expect(ids(day, nil) == ["C-01", "T-01"])
    #expect(ids(try #require(Day("2026-07-01")), "GB") == ["C-01"])
    #expect(ids(try #require(Day("2025-12-31")), "GB") == [])
    book.switchedOff = ["tests", "crisis"]
    #expect(ids(day, nil) == ["C-01"])
  }
}
