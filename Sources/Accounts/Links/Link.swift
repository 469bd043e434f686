public import Time
public import Vault

/// A secret that works once, to be sent or shown as a link.
public struct Link: Sendable {
  /// The secret; only its digest is stored.
  public let token: Token
  /// The account it is for; `nil` for setting up, which makes the first.
  public let account: AccountID?
  /// When it stops working.
  public let expires: Instant
}

/// A mail to be sent: it names nobody and holds no clinical content.
public struct Letter: Sendable {
  /// What it is about.
  public enum Occasion: String, Hashable, Sendable, CaseIterable {
    /// Somebody was invited.
    case invitation
    /// Somebody asked for a new password.
    case reset
  }

  /// The address it goes to.
  public let address: String
  /// What it is about.
  public let occasion: Occasion
  /// The link that stands in it.
  public let link: Link
}

/// Sends letters; what sends them joins the link to the address of this installation.
public protocol Mailer: Sendable {
  /// Sends a letter.
  ///
  /// - Parameter letter: what to send.
  /// - Throws: when it could not be handed over.
  func send(_ letter: Letter) async throws
}
