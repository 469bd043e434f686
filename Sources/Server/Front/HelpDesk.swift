public import HTML
public import Knowledge
internal import Pages

/// The pages of help in a crisis. They are made once, at the start, and answered from memory whatever
/// else has failed: no disk, no sign-in, no limit stands before them.
public struct HelpDesk: Sendable {
  /// The first page.
  let text: String
  /// The pages of countries, by the last part of their address.
  let countries: [String: String]
  /// Finds out who needs help; `nil` where only the page is known.
  let first: HelpFirst?

  /// Makes the pages.
  ///
  /// - Parameter knowledge: the help lines, those of the site's country or else of all countries.
  public init(knowledge: Knowledge) {
    text = HelpPage(knowledge).html
    var pages = ["everywhere": HelpPage(knowledge, country: "everywhere").html]
    for (country, _) in knowledge.helpContactsByCountry() {
      pages[country.lowercased()] = HelpPage(knowledge, country: country).html
    }
    countries = pages
    first = HelpFirst(knowledge: knowledge)
  }

  /// Keeps one page.
  ///
  /// - Parameter page: the whole page.
  public init(_ page: HTML) {
    text = page.text
    countries = [:]
    first = nil
  }

  /// The page of a country; that of all countries for one that is not known.
  func text(for country: String) -> String {
    countries[country.lowercased()] ?? countries["everywhere"] ?? text
  }
}
