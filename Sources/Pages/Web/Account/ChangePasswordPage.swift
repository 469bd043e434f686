import HTML

/// Changing one's own password.
public struct ChangePasswordPage: Hashable, Sendable {
  private let visit: Visit
  private let minimum: Int
  private let problems: [FormProblem]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - minimumPassword: how many characters a password has at least.
  ///   - problems: what was wrong before.
  public init(_ visit: Visit, minimumPassword: Int, problems: [FormProblem] = []) {
    self.visit = visit
    minimum = minimumPassword
    self.problems = problems
  }

  /// The whole page.
  public var html: String {
    let fields =
      Field.password("Current password", problems).view
      + Field.newPassword(minimum: minimum, problems)
    let form = Form(
      action: WebPath.ownPassword, visit: visit, button: "Change the password", content: fields)
    return visit.page(
      "New password", heading: "Change your password",
      lead: ["Afterwards you are signed out everywhere else."], problems: problems,
      main: form.view + AccountPage.back())
  }
}
