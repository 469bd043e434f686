import Knowledge
import Testing

/// Codes are easily swapped: an instrument carries only codes that the register gives to it.
@Suite struct CodeRegisterTests {
  private func document(_ name: String) throws -> KnowledgeDocument {
    try #require(try Shipped.documents.get().first { $0.name == name })
  }

  /// An instrument with a group of codes added or changed.
  private func error(_ id: String, replacing old: String, with new: String) throws -> KnowledgeError
  {
    let instrument = try document("instruments/\(id).yaml")
    let changed = instrument.replacing(old, with: new)
    #expect(changed != instrument, "the resource does not hold the text to change")
    return try #require(
      #expect(throws: KnowledgeError.self) { try Shipped.loading(changed) })
  }

  private let codes = """
    codes:
      certainty: S
      sources: [loinc]
      system: http://loinc.org
      total: CODE

    scoring:

    """

  // 71969-0 is a score of PROMIS-10, 72133-2 the panel of the MoCA.
  @Test(arguments: [
    ("71969-0", "PROMIS-10 Global Mental Health"), ("72133-2", "MoCA panel"),
    ("44261-6", "PHQ-9 total score"), ("99999-9", "not in the register"),
  ])
  func `WHO-5 does not carry the code of something else`(_ code: String, _ meaning: String) throws {
    let error = try error(
      "who5", replacing: "scoring:\n", with: codes.replacing("CODE", with: code))
    #expect(error.record == "who5" && error.field == "codes")
    #expect(error.description.contains(code) && error.description.contains(meaning))
  }

  @Test(arguments: [
    ("gad7", "69737-5", "44249-1"), ("phq9", "44261-6", "70274-6"), ("phq9", "44260-8", "44253-3x"),
    ("phq8", "44253-3", "44260-8"), ("moca", "72133-2", "71969-0"),
    ("cssrs-screener", "93249-1", "93246-8"), ("phq9", "44261-6", "44262-4"),
  ])
  func `a swapped code is refused`(_ id: String, _ old: String, _ new: String) throws {
    let error = try error(id, replacing: old, with: new)
    #expect(error.record == id && error.field == "codes")
  }

  @Test func `what was not confirmed carries no code`() throws {
    let knowledge = try Shipped.knowledge.get()
    let coded = Set(knowledge.instruments.values.filter { !$0.codes.isEmpty }.map(\.id))
    #expect(
      coded == ["phq9", "phq8", "phq2", "gad7", "gad2", "phq15", "moca", "cssrs-screener"])
    #expect(try knowledge.instrument("who5").codes == [])
    #expect(try knowledge.instrument("phq2").totalCode == nil)
  }

  @Test func `the register holds each code once, and the codes of known mistakes`() throws {
    let register = try #require(try Shipped.knowledge.get().codes)
    #expect(Set(register.rows.map(\.code)).count == register.rows.count)
    let trap = register.rows.first { $0.code.value == "71969-0" }
    #expect(trap?.instruments == [])
    let twice = try document("codes.yaml").replacing("72172-0", with: "72133-2")
    let error = #expect(throws: KnowledgeError.self) { try Shipped.loading(twice) }
    #expect(error?.problem == .duplicate("72133-2"))
  }
}
