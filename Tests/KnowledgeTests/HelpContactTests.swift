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
