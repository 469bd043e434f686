import HTML

/// Signing in: e-mail address and password.
public struct SignInPage: Hashable, Sendable {
  private let visit: Visit
  private let email: String
  private let problems: [FormProblem]
  private let canRegister: Bool
  private let unsent: String

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - email: the address that was entered before.
  ///   - problems: what was wrong before; the same for an unknown address and a wrong password.
  ///   - canRegister: whether somebody may ask for an account without an invitation.
  ///   - unsent: what was written before, sealed; empty when nothing was.
  public init(
    _ visit: Visit, email: String = "", problems: [FormProblem] = [], canRegister: Bool = false,
    unsent: String = ""
  ) {
    self.visit = visit
    self.email = email
    self.problems = problems
    self.canRegister = canRegister
    self.unsent = unsent
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Sign in", heading: unsent.isEmpty ? "Sign in" : "Please sign in once more",
      lead: unsent.isEmpty ? [] : SignInPage.waiting, problems: problems, main: form.view + others)
  }

  private static let waiting = [
    "You were signed out before this was sent. What you wrote is not lost.",
    "Sign in on this page, and you see it again. Nobody else can open it.",
  ]

  private var form: Form {
    let wrong = problems.contains(.wrongSignIn)
    let fields =
      Field.email(email, problems).view
      + Field(
        name: .password, label: "Password", kind: .password, autocomplete: "current-password",
        problems: wrong ? [.other(.password, FormProblem.wrongSignIn.text)] : problems
      ).view
    return Form(
      action: WebPath.signIn, visit: visit, button: "Sign in",
      hidden: Form.unsent(unsent), content: fields)
  }

  private var others: HTML {
    """
    <p class="way"><a href="\(WebPath.forgotten)">I forgot my password</a></p>
    \(canRegister ? "<p class=\"way\"><a href=\"\(WebPath.register)\">Ask for an account</a></p>\n" : nil)
    """
  }
}
