import Foundation
import Knowledge
import TestKit
import Testing

@Suite struct MemoryEvidenceTests {
  static let shipped = Result { try MemoryEvidence.bundled() }

  private static let effects = KnowledgeDocument(
    name: "effects.yaml",
    text: """
      kind: treatmentEffects
      schemaVersion: 1
      certainty: D
      sources: [seen]
      retrieved: 2026-01-01
      reviewBy: 2027-01-01
      jurisdiction: [world]
      reviewed: false
      effects:
        - id: A-1
          treatment: "a treatment"
          trials: "some"
          domain: coldMemory
          outcome: "recall"
          measure: "a list"
          comparison: "vs nothing"
          design: controlled
          people: depression
          population: "MDD"
          metric: standardised
          estimate: 0.3
          interval: [0.1, 0.5]
          studies: 4
          certainty: S
          sources: [seen]
          check: { citation: confirmed, numbers: seen, by: "abstract" }
          alongside:
            - { domain: mood, outcome: "mood", estimate: 0.2, pValue: 0.04 }
        - id: A-2
          treatment: "a treatment"
          trials: "some"
          domain: mood
          outcome: "mood"
          measure: "a scale"
          comparison: "vs nothing"
          design: unclear
          people: other
          population: "MDD"
          metric: range
          reported: "0.1 to 0.4"
          bearing: mixed
          certainty: K
          sources: [unseen]
          check: { citation: notConfirmed, numbers: notSeen, by: "nothing" }
      """)

  private static let deficits = KnowledgeDocument(
    name: "deficits.yaml",
    text: """
      kind: memoryDeficits
      schemaVersion: 1
      certainty: D
      sources: [seen]
      retrieved: 2026-01-01
      reviewBy: 2027-01-01
      jurisdiction: [world]
      reviewed: false
      deficits:
        - id: D-1
          construct: "recall"
          task: "a list"
          comparison: "depression vs none"
          metric: standardised
          estimate: -0.4
          certainty: S
          sources: [seen]
          check: { citation: confirmed, numbers: seen, by: "abstract" }
      """)

  @Test func `rows come in order with their evidence`() throws {
    let read = try MemoryEvidence(documents: [Self.effects, Self.deficits, Samples.sources])
    #expect(read.effects.map(\.id) == ["A-1", "A-2"] && read.deficits.map(\.id) == ["D-1"])
    #expect(read.effects[0].effect.interval == 0.1...0.5)
    #expect(read.effects[0].alongside.map(\.pValue) == [0.04])
    #expect(read.effects[0].bearing == nil && read.effects[1].bearing == .mixed)
    #expect(read.effects[1].evidence.certainty == .established)
    #expect(read.effects[1].check.citation == .notConfirmed)
    #expect(read.deficits[0].estimate == -0.4 && read.provenance.certainty == .derived)
  }

  @Test(arguments: [
    ("id: A-2", "id: A-1", "effects[1]"),
    ("domain: coldMemory", "domain: memory", "effects[0].domain"),
    ("[0.1, 0.5]", "[0.4, 0.5]", "effects[0].interval"),
    ("[0.1, 0.5]", "[0.3, 0.3]", "effects[0].interval"),
    ("[0.1, 0.5]", "[0.5, 0.1]", "effects[0].interval"),
    ("estimate: 0.3\n", "estimate: .nan\n", "effects[0].estimate"),
    ("    reported: \"0.1 to 0.4\"\n", "", "effects[1].reported"),
    ("    reported:", "    estimate: 1\n    reported:", "effects[1].estimate"),
    ("pValue: 0.04", "pValue: 1.5", "effects[0].alongside[0].pValue"),
    (", pValue: 0.04", "", "effects[0].alongside[0]"),
    ("estimate: 0.2,", "estimate: 0,", "effects[0].alongside[0].pValue"),
    ("studies: 4", "studies: 0", "effects[0].studies"),
    ("certainty: S", "certainty: U", "effects[0].certainty"),
    ("    sources: [seen]\n    check", "    sources: [unseen]\n    check", "effects[0].certainty"),
    ("sources: [unseen]", "sources: [nobody]", "effects[1].sources[0]"),
    ("citation: confirmed", "citation: maybe", "effects[0].check.citation"),
    ("    trials: \"some\"\n    domain: mood", "    domain: mood", "effects[1].trials"),
    ("bearing: mixed", "bearing: proves", "effects[1].bearing"),
    ("  - id: A-2\n    treatment", "  - treatment", "effects[1].id"),
    ("people: other", "folk: other", "effects[1].folk"),
  ])
  func `a wrong row is refused at its place`(
    _ old: String, _ new: String, _ field: String
  ) throws {
    let wrong = Self.effects.replacing(old, with: new)
    #expect(wrong != Self.effects)
    let error = try #require(
      #expect(throws: KnowledgeError.self) {
        try MemoryEvidence(documents: [wrong, Self.deficits, Samples.sources])
      })
    #expect(error.document == "effects.yaml" && error.field == field, "\(error)")
  }

  @Test func `tables are needed once and nothing else is read`() {
    for documents in [
      [Self.effects, Samples.sources], [Self.deficits, Samples.sources],
      [Self.effects, Self.effects, Self.deficits, Samples.sources],
      [Self.effects, Self.deficits, Samples.sources, Samples.course],
    ] {
      #expect(throws: KnowledgeError.self) { try MemoryEvidence(documents: documents) }
    }
    #expect(throws: KnowledgeError.self) {
      try Knowledge(documents: Samples.documents() + [Self.effects])
    }
  }

  @Test func `57 effects and 13 differences ship, each with a citation that was looked up`() throws
  {
    let shipped = try Self.shipped.get()
    #expect(shipped.effects.count == 57 && shipped.deficits.count == 13)
    let unconfirmed = shipped.effects.filter { $0.check.citation == .notConfirmed }
    #expect(unconfirmed.map(\.id) == ["KET-01"])
    #expect(!shipped.provenance.reviewed)
  }

  @Test func `every source is cited, and general knowledge cites what was not read`() throws {
    let shipped = try Self.shipped.get()
    let rows = shipped.effects.map(\.evidence) + shipped.deficits.map(\.evidence)
    let cited = (rows.flatMap(\.sources) + shipped.provenance.sources).map(\.id)
    #expect(Set(cited) == Set(shipped.sources.keys))
    for row in rows where row.certainty == .established {
      #expect(row.sources.allSatisfy { $0.reading == .notRead })
    }
    #expect(rows.count { $0.certainty == .established } == 3)
  }

  /// The project's own table, row by row: numbers, certainty and bearing were carried over.
  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `numbers are those of the project's table`() throws {
    let rows = try Self.rows("memory/treatment_memory_evidence.csv")
    let shipped = try Self.shipped.get().effects
    #expect(rows.map { $0["id"] } == shipped.map(\.id.rawValue))
    for (row, effect) in zip(rows, shipped) {
      if let estimate = Double(row["est"] ?? "") {
        #expect(effect.effect.estimate == estimate, "\(effect.id)")
      }
      #expect(effect.effect.interval?.lowerBound == Double(row["ci_lo"] ?? ""), "\(effect.id)")
      #expect(effect.effect.interval?.upperBound == Double(row["ci_hi"] ?? ""), "\(effect.id)")
      #expect(effect.participants == Int(row["n"] ?? ""), "\(effect.id)")
      #expect(effect.evidence.certainty.rawValue == row["certainty"], "\(effect.id)")
      #expect(effect.bearing?.rawValue ?? "" == row["bears_on_theory"], "\(effect.id)")
    }
  }

  /// The rows of a comma-separated file whose cells may be quoted, by column.
  private static func rows(_ path: String) throws -> [[String: String]] {
    let lines = try SharedData.text(path).split(whereSeparator: \.isNewline).map { line in
      // Commas inside quotes lie in every second piece.
      line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().map {
        $0 % 2 == 0 ? $1.replacing(",", with: "\t") : $1
      }.joined().split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }
}
