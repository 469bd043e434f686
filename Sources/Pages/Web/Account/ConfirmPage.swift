import HTML

/// Entering the password again before something important.
public struct ConfirmPage: Hashable, Sendable {
  private let visit: Visit
  private let action: String
  private let purpose: String
  private let isGrave: Bool
  private let problems: [FormProblem]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - action: where the form is sent.
  ///   - purpose: what follows, as a sentence, such as `Next, the second step is turned off.`
  ///   - isGrave: whether it takes something away.
  ///   - problems: what was wrong before.
  public init(
    _ visit: Visit, action: String = WebPath.confirmation, purpose: String, isGrave: Bool = false,
    problems: [FormProblem] = []
  ) {
    self.visit = visit
    self.action = action
    self.purpose = purpose
    self.isGrave = isGrave
    self.problems = problems
  }

  /// The whole page.
  public var html: String {
    let form = Form(
      action: action, visit: visit, button: "Go on", isGrave: isGrave,
      content: Field.password("Your password", problems).view)
    return visit.page(
      "Your password", heading: "Is it you?",
      lead: [purpose, "Please enter your password once more."], problems: problems,
      main: form.view + AccountPage.back())
  }
}
