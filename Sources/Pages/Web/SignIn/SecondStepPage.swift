import HTML

/// The second step of signing in: a code, or a recovery code.
public struct SecondStepPage: Hashable, Sendable {
  private let visit: Visit
  private let problems: [FormProblem]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - problems: what was wrong before.
  public init(_ visit: Visit, problems: [FormProblem] = []) {
    self.visit = visit
    self.problems = problems
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Second step", heading: "Enter your code",
      lead: ["Your password was right. This second step makes sure that it is you."],
      problems: problems, main: code.view + recovery)
  }

  private var code: Form {
    Form(
      action: WebPath.secondStep, visit: visit, button: "Go on",
      content: Field.code(problems).view)
  }

  private var recovery: HTML {
    let form = Form(
      action: WebPath.secondStep, visit: visit, button: "Go on with a recovery code",
      content: Field.recoveryCode(problems).view)
    return """
      <section aria-labelledby="other">
      <h2 id="other">Without your phone</h2>
      \(form.view)<p>Without a code either? Whoever runs this system can send you a link.</p>
      </section>

      """
  }
}
