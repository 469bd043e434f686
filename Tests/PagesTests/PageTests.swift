import Care
import Foundation
import HTML
import Knowledge
import PatientRecord
import TestKit
import Testing

@testable import Pages

/// The page as markup.
struct PageTests {
  static let hostile = "<script>alert(1)</script>\"' & <b>"

  private func faults(of page: String) -> String? { TagBalance(page).fault }

  private func values(of attribute: String, in page: String) -> [String] {
    page.components(separatedBy: "\(attribute)=\"").dropFirst().map { rest in
      String(rest.prefix { $0 != "\"" })
    }
  }

  private func pages(_ audience: Audience) throws -> [String] {
    [
      try Fixture.html(try Fixture.everything(try .bundled()), for: audience),
      try Fixture.html(try Fixture.nothing(), for: audience), try Fixture.html([], for: audience),
    ]
  }

  @Test(arguments: Audience.allCases)
  func `a page is well-formed`(audience: Audience) throws {
    for page in try pages(audience) { #expect(faults(of: page) == nil) }
  }

  @Test func `the check for well-formedness finds an element left open`() throws {
    let page = try Fixture.html([], for: .patient)
    #expect(faults(of: page.replacing("</main>", with: "")) != nil)
  }

  @Test(arguments: Audience.allCases)
  func `ids are unique and every link within the page leads to one`(audience: Audience) throws {
    for page in try pages(audience) {
      let ids = values(of: " id", in: page)
      #expect(Set(ids).count == ids.count)
      let links = values(of: "href", in: page).filter { $0.hasPrefix("#") }
      #expect(links.allSatisfy { ids.contains(String($0.dropFirst())) })
      #expect(!links.isEmpty)
    }
  }

  @Test(arguments: Audience.allCases)
  func `every figure has a summary and a table`(audience: Audience) throws {
    let page = try #require(try pages(audience).first)
    let figures = page.matches(of: #/<figure(?s:.*?)</figure>/#).map { String($0.output) }
    #expect(figures.count == (audience == .patient ? 2 : 8))
    for figure in figures {
      #expect(figure.contains("class=\"chart-summary\""))
      #expect(figure.contains("<tbody>"))
    }
  }

  @Test(arguments: Audience.allCases)
  func `a page needs neither script nor network`(audience: Audience) throws {
    let page = try #require(try pages(audience).first)
    for word in ["<script", "<link", "<img", "@import", "url(", "http-equiv", " style="] {
      #expect(!page.contains(word), "contains \(word)")
    }
  }

  @Test(arguments: Audience.allCases)
  func `text from outside cannot become markup`(audience: Audience) throws {
    let item = CheckInItemID(rawValue: Self.hostile)
    let parts: [ReviewPart] = [
      .trajectory(try Fixture.trajectory(item)), .overview(try Fixture.overview(item)),
      .timeline(
        Fixture.hostileTimeline(Self.hostile)), .gaps(Fixture.hostileGaps(Self.hostile)),
    ]
    let page = ReportModel(
      Fixture.material(
        parts, for: audience, try .bundled(), patient: PatientID(rawValue: Self.hostile))
    ).page().text
    #expect(!page.contains("<script"))
    #expect(!page.contains("<b>"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(faults(of: page) == nil)
  }

  @Test func `what is not known yet is said, with how much is needed`() throws {
    for audience in Audience.allCases {
      let page = try Fixture.html(try Fixture.nothing(), for: audience)
      #expect(page.contains(audience == .patient ? "5 so far, 14 are needed" : "Not enough."))
    }
  }

  @Test func `the page and the text say the same in the same order`() throws {
    let parts = try Fixture.everything(try .bundled())
    let model = ReportModel(Fixture.material(parts, for: .clinician, try .bundled()))
    let titles = model.chapters.map(\.title)
    for form in [model.page().text, model.text] {
      let places = titles.compactMap { form.range(of: $0 + (form == model.text ? "\n" : "</h2>")) }
      #expect(places.count == titles.count)
      #expect(places.map(\.lowerBound) == places.map(\.lowerBound).sorted())
    }
  }

  @Test func `where rule and probability disagree the page says so`() throws {
    let page = try Fixture.html(
      [.status(try Fixture.status(try .bundled()))], for: .clinician)
    #expect(page.contains("rule: yes · probability about 40 %"))
    #expect(page.contains("Rule and probability disagree on response"))
    #expect(page.components(separatedBy: "class=\"flagged\"").count == 3)
    #expect(page.contains("probability &lt;1 %"))
  }
}
