import Knowledge
import Testing

/// The negative control of the loader: each document is wrong in one place, and the error names it.
@Suite struct LoadingTests {
  private func error(replacing old: String, with new: String) throws -> KnowledgeError {
    let documents = Samples.documents(replacing: old, with: new)
    #expect(documents != Samples.documents(), "the sample does not hold the text to replace")
    return try #require(
      #expect(throws: KnowledgeError.self) { try Knowledge(documents: documents) })
  }

  @Test func `the sample itself loads`() throws {
    let mini = try Knowledge(documents: Samples.documents()).instrument("mini")
    #expect(mini.items.map(\.id) == ["a", "b", "c"])
    #expect(mini.provenance.evidence[.bands]?.certainty == .read)
    #expect(mini.provenance.evidence[.bands]?.sources.map(\.id) == ["seen"])
  }

  @Test(arguments: [
    ("remission: { comparison: below, score: 2, certainty: K", "remission.certainty"),
    ("wording:\n  certainty: S", "wording.certainty"),
    ("bands:\n  certainty: S", "bands.certainty"),
    ("scoring:\n  certainty: K", "scoring.certainty"),
    ("reliableChange:\n  certainty: D", "reliableChange.certainty"),
    ("form: items\ncertainty: K", "certainty"),
  ])
  func `an uncertain fact is refused with document, record and field`(
    _ text: String, _ field: String
  ) throws {
    let error = try error(replacing: text, with: text.dropLast() + "U")
    #expect(error.problem == .uncertain)
    #expect(error.document == "mini.yaml" && error.record == "mini" && error.field == field)
  }

  @Test(arguments: [
    (", sources: [unseen] }\nresponse", " }\nresponse", "remission.sources"),
    (
      "  certainty: S\n  sources: [seen]\n  list", "  certainty: S\n  sources: []\n  list",
      "bands.sources"
    ),
    ("  certainty: S\n  sources: [seen]\n  list", "  certainty: S\n  list", "bands.sources"),
    ("certainty: K\nsources: [unseen]\nretrieved", "certainty: K\nretrieved", "sources"),
  ])
  func `a fact without source is refused`(_ old: String, _ new: String, _ field: String) throws {
    let error = try error(replacing: old, with: new)
    #expect(error.problem == .unsourced)
    #expect(error.record == "mini" && error.field == field)
  }

  @Test func `a source that is not in the list is refused by name`() throws {
    let error = try error(
      replacing: "score: 2, certainty: K, sources: [unseen]",
      with: "score: 2, certainty: K, sources: [nobody]")
    #expect(error.problem == .unknownSource("nobody"))
    #expect(error.field == "remission.sources[0]")
  }

  @Test func `a fact is not marked as read when none of its sources was`() throws {
    let error = try error(
      replacing: "score: 2, certainty: K", with: "score: 2, certainty: S")
    #expect(error.problem == .unread)
  }

  @Test(arguments: [
    ("abbreviation: MINI", "abbreviation: MINI\ncolour: red", "colour", "colour", 7),
    ("score: 2,", "score: 2, scroe: 3,", "scroe", "remission.scroe", 44),
    ("text: \"Second\"", "txt: \"Second\"", "txt", "wording.items[1].txt", 24),
  ])
  func `an unknown key is refused by name and line`(
    _ old: String, _ new: String, _ key: String, _ field: String, _ line: Int
  ) throws {
    let error = try error(replacing: old, with: new)
    #expect(error.problem == .unknownKey(key))
    #expect(error.field == field)
    #expect(error.line == line)
  }

  @Test(arguments: [
    ("range: [3, 6]", "range: [4, 6]"), ("range: [3, 6]", "range: [2, 6]"),
    ("range: [3, 6]", "range: [3, 5]"), ("range: [0, 2]", "range: [1, 2]"),
    ("range: [0, 6]", "range: [0, 7]"), ("id: b", "id: a"), ("value: 2", "value: 1"),
    ("maximumMissing: 1", "maximumMissing: 3"), ("prorates: true", "prorates: false"),
    ("score: 2", "score: 7"), ("partialFraction: 0.25", "partialFraction: 0.5"),
    ("points: 3", "points: 2"), ("points: 3", "points: 4"),
    ("standardDeviation: 2", "standardDeviation: -2"), ("reviewBy: 2027", "reviewBy: 2025"),
    ("form: items", "form: scoreOnly"), ("prorates: true", "prorates: true\n  eitherOr: [[a, b]]"),
    ("prorates: true", "prorates: true\n  items: [{ ids: [a], values: [0, 1] }]"),
    ("direction: higherIsWorse", "direction: higherIsBetter"),
    ("prorates: true", "prorates: true\n  transform: { multiply: 2 }"),
    ("range: [0, 6]", "rule: domainMaximum\n  range: [0, 6]"),
  ])
  func `facts that contradict each other are refused`(_ old: String, _ new: String) throws {
    guard case .inconsistent = try error(replacing: old, with: new).problem else {
      Issue.record("another problem was found")
      return
    }
  }

  @Test(arguments: [
    ("score: 2,", "score: .nan,"), ("score: 2,", "score: 1e999,"), ("score: 2,", "score: two,"),
    ("value: 2", "value: 9223372036854775808"), ("value: 2", "value: 1000000"),
    ("retrieved: 2026-01-01", "retrieved: yesterday"), ("range: [0, 6]", "range: [6, 0]"),
    ("range: [0, 6]", "range: [0]"), ("reviewed: false", "reviewed: perhaps"),
    ("comparison: below", "comparison: under"), ("class: A", "class: D"),
    ("reliability: 0.75", "reliability: 1.5"), ("schemaVersion: 1", "schemaVersion: 2"),
    ("jurisdiction: [world]", "jurisdiction: world"), ("certainty: S", "certainty: X"),
    ("abbreviation: MINI", "abbreviation: ' '"), ("origin: derived", "origin: site"),
    ("[{ item: c, atLeast: 1 }]", "[c]"),
  ])
  func `a value of the wrong kind is refused with what was found and what is right`(
    _ old: String, _ new: String
  ) throws {
    guard case .unexpected = try error(replacing: old, with: new).problem else {
      Issue.record("another problem was found")
      return
    }
  }

  @Test(arguments: [
    ("abbreviation: MINI\n", ""), ("name: A questionnaire for tests", "name: null"),
    ("  neverImpute: [c]\n", "  neverImpute: [d]\n"), ("item: c", "item: d"),
    ("  neverImpute: [c]\n", "  reversed: [d]\n"), ("rater: selfReport\n", ""),
    ("  language: en\n", ""), ("  maximumMissing: 1\n", ""),
    ("jurisdiction: [world]", "jurisdiction: []"),
  ])
  func `what is missing or points nowhere is refused`(_ old: String, _ new: String) throws {
    switch try error(replacing: old, with: new).problem {
    case .missing, .unknownItem("d"): break
    default: Issue.record("another problem was found")
    }
  }

  @Test func `the same identifier twice is refused`() {
    let copy = KnowledgeDocument(name: "other.yaml", text: Samples.instrument.text)
    let error = #expect(throws: KnowledgeError.self) {
      try Knowledge(documents: Samples.documents() + [copy])
    }
    #expect(error?.problem == .duplicate("mini") && error?.document == "other.yaml")
  }

  @Test func `documents without course definitions are refused`() {
    #expect(throws: KnowledgeError.self) {
      try Knowledge(documents: [Samples.sources, Samples.instrument])
    }
    #expect(throws: KnowledgeError.self) { try Knowledge(documents: []) }
  }

  @Test func `a site adds an instrument of its own to what ships`() throws {
    let own = Samples.instrument.replacing("[unseen]", with: "[kroenke-2001]")
      .replacing("[seen]", with: "[kroenke-2001]")
    let shipped = try Shipped.knowledge.get().instruments.count
    let knowledge = try Knowledge(documents: KnowledgeDocument.bundled() + [own])
    #expect(knowledge.instruments.count == shipped + 1)
    #expect(try knowledge.instrument("mini").score(["a": 2, "b": 2]).value == 6)
  }

  @Test func `an error reads as one line with place, problem and cure`() throws {
    let error = try error(replacing: "score: 2,", with: "scroe: 2,")
    #expect(
      error.description == """
        mini.yaml: line 44: mini: remission.scroe: the key 'scroe' is not known here; remove it or \
        correct its spelling
        """)
  }
}
