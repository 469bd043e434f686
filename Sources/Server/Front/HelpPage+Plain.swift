internal import HTML
public import Knowledge

extension HelpPage {
  /// A page without style sheet or script: the ways to reach somebody.
  ///
  /// - Parameter knowledge: the help lines, those of the site's country or else of all countries.
  public init(knowledge: Knowledge) {
    let lines = knowledge.helpContactsOfSite()
    self.init(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Help now</title>
      </head>
      <body>
      <main>
      <h1>Help now</h1>
      <p>If you are in danger, or think of ending your life, reach somebody now.</p>
      <ul>
      \(each: lines, Self.line)</ul>
      </main>
      </body>
      </html>

      """)
  }

  private static func line(_ contact: HelpContact) -> HTML {
    let number = contact.number.map { ": \($0)" } ?? ""
    let address = contact.number == nil ? contact.url.map { ": \($0)" } ?? "" : ""
    let country = contact.country.map { " (\($0))" } ?? ""
    return "<li>\(contact.name)\(country)\(number)\(address)</li>\n"
  }
}
