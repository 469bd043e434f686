import Interchange
import Testing

@Suite struct MappingOverrideTests {
  private static let text = """
    source: Diary
    time: {local: t}
    zone: UTC
    person: p1
    columns:
      mood: {as: rating, scale: [0, 10], direction: higherIsBetter}
    """

  @Test func `the person and the separator can be others`() throws {
    let mapping = try Mapping(Self.text).about(person: " p2 ").separated(by: .tab)
    #expect(mapping.person == .fixed("p2"))
    #expect(mapping.separator == .tab)
    #expect(mapping.columns == (try Mapping(Self.text).columns))
  }

  @Test(arguments: ["", " ", "a\nb"])
  func `a person needs a name`(person: String) throws {
    let mapping = try Mapping(Self.text)
    #expect(throws: InterchangeError.self) { try mapping.about(person: person) }
  }

  @Test func `a column of persons is not overruled`() throws {
    let mapping = try Mapping(Self.text.replacing("person: p1", with: "person: {column: who}"))
    #expect(throws: InterchangeError.self) { try mapping.about(person: "p2") }
  }

  @Test(arguments: Mapping.shippedNames)
  func `a mapping that ships is found`(name: String) throws {
    #expect(try !Mapping.shipped(named: name).columns.isEmpty)
  }
}
