import HTML

/// Asking for an account without an invitation, where the site allows it.
public struct RegisterPage: Hashable, Sendable {
  private let visit: Visit
  private let name: String
  private let email: String
  private let problems: [FormProblem]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - name: the name that was entered before.
  ///   - email: the address that was entered before.
  ///   - problems: what was wrong before.
  public init(
    _ visit: Visit, name: String = "", email: String = "", problems: [FormProblem] = []
  ) {
    self.visit = visit
    self.name = name
    self.email = email
    self.problems = problems
  }

  /// The whole page.
  public var html: String {
    let fields = Field.name(name, problems).view + Field.email(email, problems).view
    return visit.page(
      "New account", heading: "Ask for an account",
      lead: [
        "For people who want to keep a record here.",
        "This system sends no e-mail: whoever runs it hands you a link, and you choose a password.",
      ],
      problems: problems,
      main: Form(
        action: WebPath.register, visit: visit, button: "Ask for an account", content: fields
      ).view)
  }
}
