import HTML

/// One's own account: password, second step, where one is signed in, and deleting it.
public struct AccountPage: Hashable, Sendable {
  /// The state of the second step.
  public enum SecondStep: Hashable, Sendable {
    /// It is off.
    case off
    /// It is on, with so many recovery codes left; whether it may be turned off.
    case on(codesLeft: Int, mayTurnOff: Bool)
  }

  /// Somewhere the account is signed in.
  public struct Session: Hashable, Sendable {
    /// What a form sends to name it; never the session's own secret.
    public let id: String
    /// Where, such as `Firefox on Linux`.
    public let device: String
    /// When it was last used, such as `22 Nov 2026, 14:32`.
    public let lastUsed: String
    /// Whether it is the one that looks at this page.
    public let isThis: Bool

    /// Creates a session.
    ///
    /// - Parameters:
    ///   - id: what a form sends to name it.
    ///   - device: where, such as `Firefox on Linux`.
    ///   - lastUsed: when it was last used.
    ///   - isThis: whether it is the one that looks at this page.
    public init(id: String, device: String, lastUsed: String, isThis: Bool) {
      self.id = id
      self.device = device
      self.lastUsed = lastUsed
      self.isThis = isThis
    }
  }

  let visit: Visit
  let name: String
  let email: String
  let secondStep: SecondStep
  let sessions: [Session]
  let record: String?

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - name: the name of whoever is signed in.
  ///   - email: their address.
  ///   - secondStep: the state of the second step.
  ///   - sessions: where they are signed in.
  ///   - record: the number of their own record, if they have one.
  public init(
    _ visit: Visit, name: String, email: String, secondStep: SecondStep, sessions: [Session],
    record: String? = nil
  ) {
    self.visit = visit
    self.name = name
    self.email = email
    self.secondStep = secondStep
    self.sessions = sessions
    self.record = record
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Your account", heading: "Your account",
      lead: ["\(name), \(email)"] + (record.map { ["The number of your record: \($0)"] } ?? []),
      main: """
        \(signingIn)\(secondStepSection)\(sessionSection)\(deletion)
        """)
  }

  /// The way back from what belongs to an account.
  static func back(_ words: String = "Back to your account") -> HTML {
    "<p class=\"way\"><a href=\"\(WebPath.account)\">\(words)</a></p>\n"
  }

  private var signingIn: HTML {
    """
    <section aria-labelledby="password">
    <h2 id="password">Password</h2>
    <p class="way"><a href="\(WebPath.ownPassword)">Change your password</a></p>
    </section>

    """
  }

  private var deletion: HTML {
    """
    <section aria-labelledby="leaving">
    <h2 id="leaving">Leaving</h2>
    <p><a href="\(WebPath.deletion)">Delete your account</a>: what is deleted and what must be kept \
    is said first.</p>
    </section>

    """
  }
}
