import HTML

/// Home: what can be done here.
public struct HomePage: Hashable, Sendable {
  /// Somewhere to go, with the words for it.
  public enum Place: Hashable, Sendable {
    /// One's own record, at this address.
    case ownRecord(path: String)
    /// Who looked at it.
    case accesses
    /// What one agrees to.
    case sharing
    /// One's own account.
    case account
    /// The people one cares for, and how many.
    case people(count: Int)
    /// Opening a record in an emergency.
    case specialAccess
    /// Accounts and invitations.
    case accounts
    /// What was opened in emergencies, and how much of it nobody has reviewed.
    case emergencies(open: Int)
    /// The trail of everything that was done.
    case trail
  }

  private let visit: Visit
  private let name: String
  private let places: [Place]
  private let told: [String]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - name: the name of whoever is signed in.
  ///   - places: where they may go, in this order.
  ///   - told: what they should know first, a sentence each, such as that somebody opened their
  ///     record in an emergency.
  public init(_ visit: Visit, name: String, places: [Place], told: [String] = []) {
    self.visit = visit
    self.name = name
    self.places = places
    self.told = told
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Home", heading: "Hello, \(name)",
      main: """
        \(news)<ul class="places">
        \(each: places, card)</ul>

        """)
  }

  private var news: HTML? {
    guard !told.isEmpty else { return nil }
    return """
      <section class="told" aria-labelledby="told">
      <h2 id="told">To know first</h2>
      \(each: told, paragraph)</section>

      """
  }

  private func card(_ place: Place) -> HTML {
    "<li><a href=\"\(place.path)\">\(place.title)</a><p>\(place.words)</p></li>\n"
  }
}

extension HomePage.Place {
  fileprivate var path: String {
    switch self {
    case .ownRecord(let path): path
    case .accesses: WebPath.accesses
    case .sharing: WebPath.sharing
    case .account: WebPath.account
    case .people: WebPath.people
    case .specialAccess: WebPath.specialAccess
    case .accounts: WebPath.accounts
    case .emergencies: WebPath.emergencies
    case .trail: WebPath.trail
    }
  }

  fileprivate var title: String {
    switch self {
    case .ownRecord: "How things have been going"
    case .accesses: "Who looked at your record"
    case .sharing: "What you agree to"
    case .account: "Your account"
    case .people: "Your patients"
    case .specialAccess: "Open a record in an emergency"
    case .accounts: "Accounts"
    case .emergencies: "Records opened in an emergency"
    case .trail: "Audit trail"
    }
  }

  fileprivate var words: String {
    switch self {
    case .ownRecord: "A look back at what was entered about you."
    case .accesses: "Everybody who opened it, when, and what for."
    case .sharing: "Say yes or no, and change your mind at any time."
    case .account: "Password, second step, and where you are signed in."
    case .people(let count):
      switch count {
      case 0: "Nobody yet."
      case 1: "One person in whose care team you are."
      default: "\(CountText.grouped(count)) people in whose care team you are."
      }
    case .specialAccess: "Without being in the care team. It is logged, and the person sees it."
    case .accounts: "Invite, help with passwords, and say who cares for whom."
    case .emergencies(let open):
      open == 0 ? "Everything was reviewed." : "\(open) to be reviewed."
    case .trail: "What was done, by whom, in what order."
    }
  }
}
