import Knowledge
import Testing

@Suite struct ItemParametersTests {
  /// Parameters of the sample questionnaire, whose item c is a safety item.
  private static let document = KnowledgeDocument(
    name: "parameters.yaml",
    text: """
      kind: itemParameters
      schemaVersion: 1
      instrument: mini
      certainty: D
      sources: [seen]
      retrieved: 2026-01-01
      reviewBy: 2027-01-01
      jurisdiction: [world]
      reviewed: false
      model: gradedResponse
      population: Nobody
      forms: 12
      items:
        certainty: D
        sources: [seen]
        list:
          - { item: b, discrimination: 1.5, difficulties: [-1, 1] }
          - { item: a, discrimination: 2, difficulties: [0, 1] }
      """)

  @Test func `items come in the order of the instrument with their evidence`() throws {
    let knowledge = try Knowledge(documents: Samples.documents() + [Self.document])
    let parameters = try #require(knowledge.itemParameters["mini"])
    #expect(parameters.items.map(\.item) == ["a", "b"])
    #expect(
      parameters.items[1].difficulties == [-1, 1] && parameters.items[1].discrimination == 1.5)
    #expect(parameters.forms == 12 && parameters.evidence.certainty == .derived)
  }

  @Test(arguments: [
    ("item: a", "item: c", "items.list[1].item"), ("item: a", "item: z", "items.list[1].item"),
    ("item: a", "item: b", "items.list[1]"),
    ("discrimination: 2", "discrimination: 0", "items.list[1].discrimination"),
    ("[0, 1]", "[1, 0]", "items.list[1].difficulties"),
    ("[0, 1]", "[0, 1, 2]", "items.list[1].difficulties"),
    ("[0, 1]", "[0, .inf]", "items.list[1].difficulties[1]"),
    ("instrument: mini", "instrument: other", "instrument"),
    ("model: gradedResponse", "model: rasch", "model"),
    ("  certainty: D", "  certainty: U", "items.certainty"), ("forms: 12", "forms: 0", "forms"),
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
    #expect(error.document == "parameters.yaml" && error.field == field)
  }

  @Test func `what ships leaves every safety item out`() throws {
    let knowledge = try Shipped.knowledge.get()
    for (id, parameters) in knowledge.itemParameters {
      let instrument = try knowledge.instrument(id)
      let safety = Set(instrument.safetyItems.map(\.item))
      #expect(safety.isDisjoint(with: parameters.items.map(\.item)))
      #expect(parameters.items.count == instrument.items.count - safety.count)
    }
    let shipped = try #require(knowledge.itemParameters["phq9"])
    #expect(shipped.items.count == 8 && shipped.forms == 39_467 && !shipped.provenance.reviewed)
  }
}
