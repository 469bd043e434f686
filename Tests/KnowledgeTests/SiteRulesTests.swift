import Knowledge
import Testing
import Time

/// A site's clinical lead switches families of rules off, but never those on crises.
@Suite struct SiteRulesTests {
  private let knowledge: Knowledge
  private let day = Day("2026-03-16")

  init() throws { knowledge = try Shipped.knowledge.get() }

  private func settings(_ list: String) throws -> SiteSettings {
    try SiteSettings(
      document: KnowledgeDocument(
        name: "site.yaml", text: "kind: site\nschemaVersion: 1\nswitchedOffRules: \(list)\n"))
  }

  @Test func `a family that is switched off is evaluated no more, and no other`() throws {
    let day = try #require(day)
    let adjusted = try knowledge.adjusted(by: settings("[dosing]"))
    let facts = KnownFacts([:])
    let before = knowledge.rules.evaluate(facts, on: day, in: nil).map(\.rule)
    let after = adjusted.rules.evaluate(facts, on: day, in: nil).map(\.rule)
    #expect(before.contains { $0.family == "dosing" })
    #expect(after == before.filter { $0.family != "dosing" })
    #expect(adjusted.rules.rules.count == knowledge.rules.rules.count)
  }

  @Test(arguments: [("[safety]", "are on crises"), ("[dozing]", "no family of rules 'dozing'")])
  func `a family on crises or an unknown one is refused by name`(_ list: String, _ reason: String)
    throws
  {
    let error = try #require(
      #expect(throws: KnowledgeError.self) { try knowledge.adjusted(by: settings(list)) })
    #expect(error.field == "switchedOffRules" && error.description.contains(reason))
  }
}
