import Foundation
import Knowledge
import Pages
import Testing

/// Help that is reached by anybody at any time.
struct HelpPageTests {
  private func lines(_ page: String) -> [String] {
    let list = page.firstMatch(of: #/<h2 id="numbers">(?s).*?<\/section>/#)?.output ?? ""
    return list.split(separator: "\n").filter { $0.hasPrefix("<li>") }.map(String.init)
  }

  @Test func `without a country each country has one line, sorted by name`() throws {
    let knowledge = try Knowledge.bundled()
    let lines = lines(HelpPage(knowledge).html)
    #expect(lines.count == knowledge.helpContactsByCountry().count + 1)
    #expect(lines.first?.contains("https://findahelpline.com/") == true)
    let germany =
      "<li><a href=\"/help/de\">Germany</a>: <a href=\"tel:112\"><strong>112</strong></a> Notruf, "
    #expect(lines.contains { $0.hasPrefix(germany) })
    let names = lines.dropFirst().compactMap { $0.firstMatch(of: #/">([^<]*)</#)?.output.1 }
    #expect(names == names.sorted())
  }

  @Test func `every country has a number to call in danger`() throws {
    let knowledge = try Knowledge.bundled()
    for (country, contacts) in knowledge.helpContactsByCountry() {
      let page = HelpPage(knowledge, country: country).html
      let danger = try #require(contacts.first { $0.kind == .emergency }?.number)
      #expect(page.contains("href=\"tel:\(danger)\""), "\(country)")
      #expect(lines(page).count == contacts.count + 1)
    }
  }

  @Test(arguments: ["everywhere", "XX", "", "<b>"])
  func `an unknown country lists all of them`(country: String) throws {
    let knowledge = try Knowledge.bundled()
    #expect(HelpPage(knowledge, country: country).html == HelpPage(knowledge).html)
  }

  @Test func `a site with a country shows its own lines, and the way to the others`() throws {
    let site = try Knowledge.bundled().adjusted(by: SiteSettings(country: "IE"))
    let page = HelpPage(site).html
    #expect(page.contains("In Ireland") && page.contains("href=\"tel:116123\""))
    #expect(page.contains("href=\"/help/everywhere\""))
    #expect(HelpPage(site, country: "everywhere").html.contains("By country"))
  }

  @Test func `the page asks for nothing and is small`() throws {
    let page = HelpPage(try .bundled()).html
    #expect(!page.contains("<form") && !page.contains("form-token"))
    #expect(page.utf8.count < 10_000)
  }
}
