import Care
import HTML
public import Knowledge

/// Help in a crisis: for anybody, at any time, without signing in.
///
/// A pure function of knowledge, so that it can be written once when the server starts and be
/// served whatever else has failed.
public struct HelpPage: Sendable {
  private let contacts: [HelpContact]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - knowledge: where the help lines come from.
  ///   - country: the ISO 3166 alpha-2 code of a country, in any case; nil for the site's own. Where
  ///     there is none, or none with lines, the page lists all countries with a line each.
  public init(_ knowledge: Knowledge, country: String? = nil) {
    let own = country.map(knowledge.helpContacts(forCountry:)) ?? knowledge.helpContactsOfSite()
    let isKnown = own.contains { $0.country != nil }
    contacts =
      isKnown
      ? own : own + knowledge.helpContactsByCountry().flatMap(\.contacts)
  }

  /// The whole page.
  public var html: String {
    PageFrame(
      title: "You do not have to carry this alone",
      lines: [
        "In danger, or if you might act on such thoughts: call the emergency number now, or ask "
          + "somebody near you to stay with you."
      ],
      skip: "To the numbers", main: "\(numbers)\(after)", footer: [],
      surroundings: .site(title: "Help – Anamnesis", Visit(csrf: ""), isHelp: true)
    ).page.text
  }

  private var numbers: HTML {
    """
    <section class="help first" aria-labelledby="numbers">
    <h2 id="numbers">\(heading)</h2>
    <ul>
    \(each: HelpLine.all(contacts, wording), \.viewOnSite)</ul>
    </section>

    """
  }

  private var after: HTML {
    """
    \(country == nil ? nil : others)<section aria-labelledby="good">
    <h2 id="good">Good to know</h2>
    <p>You can call for any reason, and you need not know what to say. “I am not well” is enough.</p>
    <p>You may call for somebody else, too.</p>
    \(wording.unverified(contacts).map(paragraph))<p>“Leave quickly” signs you out and opens another page. Your \
    browser may still list this one among those you visited.</p>
    </section>

    """
  }

  private var others: HTML {
    "<p class=\"way\"><a href=\"\(WebPath.helpEverywhere)\">Numbers in other countries</a></p>\n"
  }

  private var wording: Wording { Wording(audience: .patient) }

  /// The one country whose lines the page shows.
  private var country: String? {
    let countries = Set(contacts.compactMap(\.country))
    return countries.count == 1 ? countries.first : nil
  }

  private var heading: String {
    country.map { "In \(CountryText.name($0))" } ?? "By country"
  }
}
