import HTML

/// A link that was made for somebody, shown once to be handed on.
public struct OneTimeLinkPage: Hashable, Sendable {
  /// What the link is for.
  public enum Purpose: Hashable, Sendable {
    /// Making an account.
    case invitation
    /// Choosing a new password.
    case newPassword
  }

  private let visit: Visit
  private let purpose: Purpose
  private let name: String
  private let link: String
  private let ends: String
  private let back: Back

  /// Where the page leads back to.
  public enum Back: Hashable, Sendable {
    /// All accounts.
    case accounts
    /// The people one cares for.
    case people
  }

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - purpose: what the link is for.
  ///   - name: whom it is for.
  ///   - link: the whole link.
  ///   - ends: until when it works, as people read it.
  ///   - back: where the page leads back to.
  public init(
    _ visit: Visit, purpose: Purpose, name: String, link: String, ends: String,
    back: Back = .accounts
  ) {
    self.visit = visit
    self.purpose = purpose
    self.name = name
    self.link = link
    self.ends = ends
    self.back = back
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "One-time link", heading: heading,
      lead: [
        "It is shown now and never again. It works once, until \(ends).",
        "Hand it to \(name) in person, or by a way that only they can read.",
      ],
      main: """
        <p><code class="secret">\(link)</code></p>
        <p class="way">\(way)</p>

        """)
  }

  private var way: HTML {
    switch back {
    case .accounts: "<a href=\"\(WebPath.accounts)\">Back to the accounts</a>"
    case .people: "<a href=\"\(WebPath.people)\">Back to your patients</a>"
    }
  }

  private var heading: String {
    switch purpose {
    case .invitation: "The invitation for \(name)"
    case .newPassword: "A link for \(name) to choose a new password"
    }
  }
}
