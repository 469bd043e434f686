import Knowledge
import Testing

@Suite struct HelpContactTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  @Test(arguments: [
    ("US", ["911", "988", "741741"]), ("GB", ["999", "111", "116 123", "85258"]),
    ("de", ["112", "0800 111 0 111"]), ("AU", ["000", "13 11 14"]), ("FR", ["15", "3114"]),
    ("NL", ["112", "113", "0800-0113"]), ("BR", ["192", "188"]), ("IT", ["112"]),
  ])
  func `a country has its numbers, emergency first`(_ country: String, _ numbers: [String]) {
    let contacts = knowledge.helpContacts(forCountry: country)
    #expect(contacts.compactMap(\.number) == numbers)
    #expect(contacts.first?.kind == .emergency)
    #expect(contacts.last?.kind == .directory)
  }

  @Test(arguments: ["XX", "", "USA", nil])
  func `an unknown country gets the directory and no guess`(_ country: String?) {
    let contacts = knowledge.helpContacts(forCountry: country)
    #expect(contacts.map(\.url) == ["https://findahelpline.com/"])
  }

  @Test func `a site's country is the one whose help lines are named`() throws {
    let document = KnowledgeDocument(
      name: "site.yaml", text: "kind: site\nschemaVersion: 1\ncountry: ie\n")
    let site = try knowledge.adjusted(by: SiteSettings(document: document))
    #expect(
      site.helpContacts(forCountry: nil) == knowledge.helpContacts(forCountry: "IE"))
    #expect(site.helpContacts(forCountry: "FR") == knowledge.helpContacts(forCountry: "FR"))
  }

  @Test(arguments: ["XX", "", "USA"])
  func `a site's country without help lines is an error that names the field`(
    _ country: String
  ) {
    let error = #expect(throws: KnowledgeError.self) {
      try knowledge.adjusted(by: SiteSettings(country: country))
    }
    #expect(error?.field == "country")
  }

  @Test func `no contact pretends to have been verified`() {
    #expect(knowledge.contacts.allSatisfy { $0.verifiedOn == nil })
  }

  @Test func `every contact can be reached and has a source`() {
    for contact in knowledge.contacts {
      #expect(contact.number != nil || contact.url != nil)
      #expect(!contact.evidence.sources.isEmpty)
    }
  }
}
