import HTML

/// A link was sent, if there is such an account: the page does not tell whether there is.
public struct LinkSentPage: Hashable, Sendable {
  private let visit: Visit

  /// Creates the page.
  ///
  /// - Parameter visit: what is known of the request.
  public init(_ visit: Visit) { self.visit = visit }

  /// The whole page.
  public var html: String {
    visit.page(
      "Look into your mail", heading: "Look into your mail",
      lead: ["If there is an account with this address, a link is on its way."],
      main: """
        <p>It works once, and for one hour. If nothing comes, look among the unwanted mail, or check \
        the address and ask again.</p>
        <p class="way"><a href="\(WebPath.signIn)">Back to signing in</a></p>

        """)
  }
}
