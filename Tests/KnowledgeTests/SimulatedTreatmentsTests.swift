import Knowledge
import Testing

@Suite struct SimulatedTreatmentsTests {
  private static let document = KnowledgeDocument(
    name: "simulated.yaml",
    text: """
      kind: simulatedTreatments
      schemaVersion: 1
      certainty: D
      sources: [seen]
      retrieved: 2026-01-01
      reviewBy: 2027-01-01
      jurisdiction: [world]
      reviewed: false
      treatments:
        - id: one
          name: One
          window: { amplitude: 0.5, days: 7 }
          lift: 2
          retrievalLoss: { share: 0.1, days: 14 }
          practice: { units: 1, aimed: 0.5 }
          visits: { first: 1.5, later: 0.25 }
          certainty: D
          sources: [seen]
        - id: two
          name: Two
          occupancy: 0.8
          visits: { first: 1, later: 0 }
          certainty: D
          sources: [seen]
      """)

  @Test func `numbers are read, and what is not given is nothing`() throws {
    let knowledge = try Knowledge(documents: Samples.documents() + [Self.document])
    let treatments = knowledge.simulatedTreatments
    #expect(treatments.map(\.id) == ["one", "two"])
    #expect(treatments[0].window?.amplitude == 0.5 && treatments[0].retrievalLoss?.days == 14)
    #expect(treatments[0].aimed == 0.5 && treatments[0].lift == 2)
    #expect(treatments[1].window == nil && treatments[1].lift == 0 && treatments[1].practice == 0)
    #expect(treatments[1].occupancy == 0.8 && treatments[1].evidence.certainty == .derived)
  }

  @Test(arguments: [
    ("amplitude: 0.5", "amplitude: 1.5", "treatments[0].window.amplitude"),
    ("share: 0.1", "share: -1", "treatments[0].retrievalLoss.share"),
    ("occupancy: 0.8", "occupancy: 2", "treatments[1].occupancy"),
    ("lift: 2", "lift: .nan", "treatments[0].lift"),
    ("lift: 2", "dose: 2", "treatments[0].dose"),
    ("lift: 2", "kernel: none", "treatments[0].kernel"),
    ("id: two", "id: one", "treatments[1]"),
  ])
  func `a wrong record is refused at its place`(
    _ old: String, _ new: String, _ field: String
  ) throws {
    let wrong = Self.document.replacing(old, with: new)
    #expect(wrong != Self.document)
    let error = try #require(
      #expect(throws: KnowledgeError.self) {
        try Knowledge(documents: Samples.documents() + [wrong])
      })
    #expect(error.document == "simulated.yaml" && error.field == field)
  }
}
