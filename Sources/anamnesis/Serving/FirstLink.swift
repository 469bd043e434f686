import Accounts
import Server
import Time

/// The link with which the first account is made, for as long as nobody is admin.
struct FirstLink {
  let accounts: Accounts

  init(_ accounts: Accounts) { self.accounts = accounts }

  /// The link with its words; none when there is an admin.
  var lines: [(words: String, path: String)] {
    get async throws {
      guard let link = try await accounts.setUpLink() else { return [] }
      return [
        (
          "Nobody can sign in yet. Open this link to make the first account. It works once, until "
            + "\(link.expires):", ServedPath.setUp(link.token)
        )
      ]
    }
  }
}
