import HTML

/// Choosing a new password by a one-time link.
public struct NewPasswordPage: Hashable, Sendable {
  private let visit: Visit
  private let action: String
  private let minimum: Int
  private let problems: [FormProblem]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - action: where the form is sent: the one-time link itself.
  ///   - minimumPassword: how many characters a password has at least.
  ///   - problems: what was wrong before.
  public init(
    _ visit: Visit, action: String, minimumPassword: Int, problems: [FormProblem] = []
  ) {
    self.visit = visit
    self.action = action
    minimum = minimumPassword
    self.problems = problems
  }

  /// The whole page.
  public var html: String {
    let form = Form(
      action: action, visit: visit, button: "Keep this password",
      content: Field.newPassword(minimum: minimum, problems))
    return visit.page(
      "New password", heading: "Choose a new password",
      lead: ["Afterwards you are signed out everywhere else."], problems: problems, main: form.view)
  }
}
