import HTML

/// Asking for a link to choose a new password.
public struct ForgottenPasswordPage: Hashable, Sendable {
  private let visit: Visit
  private let email: String
  private let problems: [FormProblem]
  private let sendsMail: Bool

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - email: the address that was entered before.
  ///   - problems: what was wrong before.
  ///   - sendsMail: whether the system can send e-mail; if not, the page says whom to ask.
  public init(
    _ visit: Visit, email: String = "", problems: [FormProblem] = [], sendsMail: Bool = true
  ) {
    self.visit = visit
    self.email = email
    self.problems = problems
    self.sendsMail = sendsMail
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Forgotten password", heading: "Forgotten password", lead: lead, problems: problems,
      main: sendsMail ? form.view : back)
  }

  private var lead: [String] {
    sendsMail
      ? ["It happens. We send you a link with which you choose a new one."]
      : [
        "It happens. This system sends no e-mail.",
        "Please ask your care team, or whoever runs the system, for a link to choose a new one.",
      ]
  }

  private var form: Form {
    Form(
      action: WebPath.forgotten, visit: visit, button: "Send the link",
      content: Field.email(email, problems).view)
  }

  private var back: HTML {
    "<p class=\"way\"><a href=\"\(WebPath.signIn)\">Back to signing in</a></p>\n"
  }
}
