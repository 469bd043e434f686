import Knowledge

/// What ships, loaded once for all tests that only read it.
enum Shipped {
  static let knowledge = Result { try Knowledge.bundled() }
  static let documents = Result { try KnowledgeDocument.bundled() }

  /// Loads a changed document with only what it needs, so that many loads stay quick.
  static func loading(_ changed: KnowledgeDocument) throws -> Knowledge {
    let isInstrument = changed.name.hasPrefix("instruments/")
    let named = try documents.get().filter { other in
      guard other.name != changed.name else { return false }
      let id = other.name.dropFirst("instruments/".count).dropLast(".yaml".count)
      return other.name == "codes.yaml"
        || !isInstrument && other.name.hasPrefix("instruments/") && changed.text.contains(id)
    }
    let course = changed.name == "definitions/course.yaml" ? [] : [Samples.course]
    let cited = Samples.sources(citedIn: named + [changed])
    return try Knowledge(documents: named + course + [changed, cited, Samples.instrument])
  }
}

/// Small documents made by ourselves, which tests change in one place at a time.
enum Samples {
  static let sources = KnowledgeDocument(
    name: "sources.yaml",
    text: """
      kind: sources
      schemaVersion: 1
      sources:
        - { id: seen, citation: "A paper that was read.", reading: primary }
        - { id: unseen, citation: "A paper that was not read.", reading: notRead }
      """)

  /// A list of the sources that documents cite, and of those of the samples.
  static func sources(citedIn documents: [KnowledgeDocument]) -> KnowledgeDocument {
    var ids: Set<Substring> = []
    for document in documents {
      for piece in document.text.split(separator: "sources: [").dropFirst() {
        ids.formUnion(piece.prefix { $0 != "]" }.split(separator: ", "))
      }
    }
    let known = Set(((try? Shipped.knowledge.get())?.sources.keys ?? [:].keys).map(\.rawValue))
    let lines = ids.sorted().filter { known.contains(String($0)) }.map {
      "  - { id: \($0), citation: \"A source.\", reading: primary }"
    }
    return KnowledgeDocument(
      name: "sources.yaml", text: ([sources.text] + lines).joined(separator: "\n"))
  }

  static let course = KnowledgeDocument(
    name: "course.yaml",
    text: """
      kind: course
      schemaVersion: 1
      certainty: K
      sources: [unseen]
      retrieved: 2026-01-01
      reviewBy: 2027-01-01
      jurisdiction: [world]
      reviewed: false
      response: { fraction: 0.5, partialFraction: 0.25, certainty: K, sources: [unseen] }
      sustainedRemission: { weeks: 3, recoveryMonths: 4, certainty: S, sources: [seen] }
      relapse: []
      plateau:
        instrument: mini
        projectionDays: 28
        changeBelow: 2
        probabilityAtLeast: 0.9
        weeksAboveRemission: 4
        weeksOfTreatment: 4
        houseRule: true
        certainty: D
        sources: [unseen]
      earlyImprovement:
        { drop: 0.2, byWeek: 2, sensitivity: 0.8, specificity: 0.5, certainty: S, sources: [seen] }
      """)

  static let instrument = KnowledgeDocument(
    name: "mini.yaml",
    text: """
      kind: instrument
      schemaVersion: 1
      id: mini
      version: 1.0.0
      name: A questionnaire for tests
      abbreviation: MINI
      rater: selfReport
      form: items
      certainty: K
      sources: [unseen]
      retrieved: 2026-01-01
      reviewBy: 2027-01-01
      jurisdiction: [world]
      reviewed: false
      licence:
        { class: A, statement: Free., holder: Nobody, certainty: K, sources: [unseen] }
      wording:
        certainty: S
        sources: [seen]
        language: en
        stem: "How often?"
        items:
          - { id: a, text: "First" }
          - { id: b, text: "Second" }
          - { id: c, text: "Third" }
        options:
          - { value: 0, label: Never }
          - { value: 1, label: Sometimes }
          - { value: 2, label: Always }
      scoring:
        certainty: K
        sources: [unseen]
        range: [0, 6]
        direction: higherIsWorse
        maximumMissing: 1
        prorates: true
        neverImpute: [c]
      bands:
        certainty: S
        sources: [seen]
        list:
          - { range: [0, 2], label: low }
          - { range: [3, 6], label: high }
      remission: { comparison: below, score: 2, certainty: K, sources: [unseen] }
      response: { fraction: 0.5, partialFraction: 0.25, certainty: K, sources: [unseen] }
      reliableChange:
        certainty: D
        sources: [unseen]
        points: 3
        standardDeviation: 2
        reliability: 0.75
        kind: testRetest
        origin: derived
      safety: { items: [{ item: c, atLeast: 1 }], certainty: S, sources: [seen] }
      """)

  /// All documents, with one piece of text replaced in the instrument.
  static func documents(
    replacing old: String = "", with new: String = ""
  ) -> [KnowledgeDocument] {
    [sources, course, instrument.replacing(old, with: new)]
  }
}

extension KnowledgeDocument {
  /// The same document with one piece of text replaced wherever it stands.
  func replacing(_ old: String, with new: String) -> KnowledgeDocument {
    guard !old.isEmpty else { return self }
    return KnowledgeDocument(
      name: name,
      text: text.split(separator: old, omittingEmptySubsequences: false)
        .joined(separator: new))
  }
}
