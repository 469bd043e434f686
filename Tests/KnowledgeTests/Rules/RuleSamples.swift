import Knowledge
import Testing

/// A small catalogue and family made by ourselves, which tests change in one place at a time.
enum RuleSamples {
  static let facts = KnowledgeDocument(
    name: "facts.yaml",
    text: """
      kind: facts
      schemaVersion: 1
      facts:
        - { id: age, type: number, unit: a, origin: given, statedBecause: Asked., about: Age. }
        - { id: calm, type: flag, origin: given, statedBecause: Asked., about: Whether calm. }
        - { id: step, type: choice, values: [one, two, three], origin: given, statedBecause: Asked., about: Step. }
        - { id: seen, type: date, origin: given, statedBecause: Asked., about: Day seen. }
        - { id: had, type: set, members: [a, b, c], origin: given, statedBecause: Asked., about: What was had. }
        - { id: left, type: set, vocabulary: things, origin: given, statedBecause: Asked., about: Left. }
        - { id: right, type: set, vocabulary: things, origin: given, statedBecause: Asked., about: Right. }
        - { id: both, type: set, vocabulary: things, origin: derived, unionOf: [left, right], about: Both. }
        - { id: dose, type: number, unit: mg/d, parameter: things, origin: given, statedBecause: Asked., about: Dose. }
      """)

  /// A family with one rule.
  static func family(
    when: String = "{ fact: age, atLeast: 65 a }", level: String = "WARN", kind: String = "assess",
    certainty: String = "K", source: String = "unseen", extra: String = "", reviewed: Bool = false,
    id: String = "T-01", name: String = "tests", about: String = "", isCrisis: Bool = false
  ) -> KnowledgeDocument {
    KnowledgeDocument(
      name: "rules/\(name).yaml",
      text: """
        kind: rules
        schemaVersion: 1
        family: \(name)
        title: Rules for tests
        isCrisis: \(isCrisis)
        certainty: K
        sources: [unseen]
        retrieved: 2026-01-01
        reviewBy: 2027-01-01
        jurisdiction: [world]
        reviewed: \(reviewed)
        appliesTo: [clinician]
        validFrom: 2026-01-01
        overrideReasons: { stop: [A reason], other: [Another reason] }
        rules:
          - id: \(id)
            version: 1.0.0
            title: A rule for tests
            level: \(level)
            strength: consensus
            certainty: \(certainty)
            sources: [\(source)]
            when: \(when)
            then: { kind: \(kind), about: [\(about)], text: Look., options: [this, that] }
            rationale: Because.
        \(extra.isEmpty ? "" : "    " + extra)
        """)
  }

  static func book(_ documents: KnowledgeDocument...) throws(KnowledgeError) -> RuleBook {
    try Knowledge(
      documents: [Samples.sources, Samples.course, Samples.instrument, facts] + documents
    ).rules
  }

  static func cases(_ cases: String, of name: String = "tests") -> KnowledgeDocument {
    KnowledgeDocument(
      name: "cases/\(name).yaml",
      text: """
        kind: ruleCases
        schemaVersion: 1
        family: \(name)
        day: 2026-03-16
        cases: \(cases)
        """)
  }

  /// The outcome of the only rule on facts as a case writes them.
  static func outcome(
    when: String, facts: String
  ) throws -> RuleEvaluation.Outcome {
    let book = try book(family(when: when))
    let read = try book.facts(
      in: KnowledgeDocument(name: "case.yaml", text: "day: 2026-03-16\nfacts: \(facts)"))
    let day = try #require(read.day)
    return try #require(book.evaluate(read.facts, on: day, in: nil).first).outcome
  }
}
