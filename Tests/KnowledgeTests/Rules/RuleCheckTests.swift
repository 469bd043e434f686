import Knowledge
import Testing

/// What ships passes every check, and each check has a broken fixture that it finds.
@Suite struct RuleCheckTests {
  static let whole =
    "[{ rule: T-01, fires: { age: 65 a }, silent: { age: 64 a }, unknown: { age: ~ } }]"

  private func problems(
    _ cases: String, when: String = "{ fact: age, atLeast: 65 a }"
  ) throws -> [RuleFinding.Problem] {
    let book = try RuleSamples.book(RuleSamples.family(when: when))
    let read = try RuleCases(documents: [RuleSamples.cases(cases)], for: book)
    return book.findings(with: read).map(\.problem).filter {
      if case .unusedFact = $0 { false } else { true }
    }
  }

  @Test func `what ships has no error`() throws {
    let book = try Shipped.knowledge.get().rules
    let findings = book.findings(with: try RuleCases.bundled(for: book))
    let errors = findings.filter(\.isError)
    #expect(errors.isEmpty, "\(errors.map(\.description).joined(separator: "\n"))")
  }

  @Test func `cases that do what they say give no finding`() throws {
    #expect(try problems(Self.whole) == [])
  }

  @Test func `a rule without cases is found`() throws {
    #expect(try problems("[]") == [.withoutCases])
  }

  @Test func `a rule that cannot fire is found`() throws {
    let never = "{ all: [{ fact: age, atLeast: 65 a }, { fact: age, below: 18 a }] }"
    #expect(try problems(Self.whole, when: never) == [.doesNotFire])
  }

  @Test func `a case that should be silent or unknown and is not is found`() throws {
    #expect(
      try problems(Self.whole.replacingText("64 a", "66 a")) == [.isNotSilent])
    #expect(
      try problems(Self.whole.replacingText("age: ~", "age: 80 a")) == [.isNotUnknown])
  }

  @Test func `a case of a rule that does not exist is refused`() throws {
    #expect(throws: KnowledgeError.self) {
      try problems(Self.whole.replacingText("T-01", "T-99"))
    }
  }

  @Test func `a fact that no rule asks for is found, and parts of a used union are not`() throws {
    let book = try RuleSamples.book(RuleSamples.family(when: "{ fact: both, contains: x }"))
    let cases = try RuleCases(documents: [RuleSamples.cases("[]")], for: book)
    let unused = book.findings(with: cases).compactMap { finding -> FactID? in
      if case .unusedFact(let id) = finding.problem { id } else { nil }
    }
    #expect(unused == ["age", "calm", "step", "seen", "had", "dose"])
  }

  @Test func `the words of a vocabulary are those of sets and of parameters`() throws {
    let book = try RuleSamples.book(
      RuleSamples.family(
        when: "{ any: [{ fact: both, containsAny: [x, y] }, { fact: dose(z), above: 1 mg/d }] }"))
    #expect(book.words(of: "things") == ["x", "y", "z"] && book.words(of: "others") == [])
  }

  @Test(arguments: ["WARN", "STOP"])
  func `rules that contradict each other are found`(level: String) throws {
    let offer = RuleSamples.family(level: "WARN", kind: "offer", about: "x")
    let refusal = RuleSamples.family(
      when: "{ fact: calm, is: true }", level: level, kind: "avoid", id: "R-01", name: "refusals",
      about: "x")
    let book = try RuleSamples.book(offer, refusal)
    let cases = try RuleCases(
      documents: [
        RuleSamples.cases(Self.whole),
        RuleSamples.cases(
          "[{ rule: R-01, fires: { calm: true }, silent: { calm: false }, unknown: { calm: ~ } }]",
          of: "refusals"),
      ], for: book)
    let found = book.findings(with: cases).map(\.problem)
    #expect(found.contains(level == "STOP" ? .yieldsTo("R-01") : .contradicts("R-01")))
  }

  @Test func `rules on the same thing that cannot fire together do not contradict`() throws {
    let offer = RuleSamples.family(kind: "offer", about: "x")
    let refusal = RuleSamples.family(
      when: "{ fact: age, below: 18 a }", kind: "avoid", id: "R-01", name: "refusals", about: "x")
    let book = try RuleSamples.book(offer, refusal)
    let cases = try RuleCases(
      documents: [
        RuleSamples.cases(Self.whole),
        RuleSamples.cases(
          "[{ rule: R-01, fires: { age: 17 a }, silent: { age: 18 a }, unknown: { age: ~ } }]",
          of: "refusals"),
      ], for: book)
    #expect(book.findings(with: cases).map(\.problem).contains(.contradicts("R-01")) == false)
  }
}

extension String {
  fileprivate func replacingText(_ text: String, _ other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
