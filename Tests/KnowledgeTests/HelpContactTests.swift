import Knowledge
import Testing

@Suite struct HelpContactTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  @Test(arguments: [
    ("US", ["911", "988", "741741"]), ("GB", ["999", "111", "116 123", "85258"]),
    ("de", ["112", "0800 111 0 111"]), ("AU", ["000", "13 11 14"]), ("FR", ["15", "112", "3114"]),
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

  @Test(arguments: [
    ("CA", ["911", "988"]), ("IE", ["112", "999", "116 123"]), ("EU", ["112", "116 123"]),
    ("ES", ["112", "024"]), ("NZ", ["111", "1737"]), ("IN", ["112", "14416"]),
    ("JP", ["119", "110"]), ("ZA", ["112", "10111"]),
  ])
  func `the other countries have theirs`(_ country: String, _ numbers: [String]) {
    #expect(knowledge.helpContacts(forCountry: country).compactMap(\.number) == numbers)
  }

  @Test func `for an unknown country there is the whole list by country`() {
    let list = knowledge.helpContactsByCountry()
    #expect(list.count == 16 && list.map(\.country) == list.map(\.country).sorted())
    #expect(list.allSatisfy { $0.contacts.first?.kind == .emergency })
  }

  @Test func `without a country of the site the list follows the directory`() throws {
    let list = knowledge.helpContactsOfSite()
    #expect(list.count == knowledge.contacts.count && list.first?.kind == .directory)
    let site = try knowledge.adjusted(by: SiteSettings(country: "DE"))
    #expect(site.helpContactsOfSite() == knowledge.helpContacts(forCountry: "DE"))
  }

  @Test func `languages are named where they are known`() {
    let line = knowledge.contacts.first { $0.number == "988" && $0.country == "US" }
    #expect(line?.languages == ["en", "es"])
  }

  private func site(_ more: String) throws -> Knowledge {
    let document = KnowledgeDocument(
      name: "site.yaml", text: "kind: site\nschemaVersion: 1\n" + more)
    return try knowledge.adjusted(by: SiteSettings(document: document))
  }

  @Test func `a site's own contact stands after the emergency number and before the others`() throws
  {
    let site = try site(
      """
      country: AT
      contacts:
        - { country: AT, kind: emergency, name: Notruf, number: "112", verifiedOn: 2026-03-01, statedBy: Dr A }
        - { country: AT, kind: crisisLine, name: Our team, number: "01 234", verifiedOn: 2026-03-01, statedBy: Dr A }
        - { country: GB, kind: crisisLine, name: Ours, number: "020 7", verifiedOn: 2026-03-01, statedBy: Dr A }

      """)
    #expect(site.helpContacts(forCountry: nil).map(\.name).prefix(2) == ["Notruf", "Our team"])
    #expect(
      site.helpContacts(forCountry: "GB").prefix(3).map(\.number) == ["999", "020 7", "111"])
    #expect(site.contacts.count == knowledge.contacts.count + 3)
    let own = try #require(site.contacts.first { $0.name == "Our team" })
    #expect(own.evidence.sources.first?.citation == "Stated by the site: Dr A")
  }

  @Test func `a site sets a deadline where no source has one, and only there`() throws {
    let line = "signalDeadlines:\n  - { signal: %, by: within two working days, setBy: Dr A }\n"
    let set = try site(line.replacing("%", with: "mania-score"))
    #expect(
      set.safety.rule("mania-score")?.deadline
        == .site("within two working days", setBy: "Dr A"))
    for rule in ["self-harm-answer", "no-such-rule"] {
      let error = #expect(throws: KnowledgeError.self) {
        try site(line.replacing("%", with: rule))
      }
      #expect(error?.record == rule)
    }
  }
}
