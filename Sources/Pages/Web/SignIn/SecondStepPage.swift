import HTML

/// The second step of signing in: a code, or a recovery code.
public struct SecondStepPage: Hashable, Sendable {
  private let visit: Visit
  private let problems: [FormProblem]
  private let unsent: String

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - problems: what was wrong before.
  ///   - unsent: what was written before, sealed; empty when nothing was.
  public init(_ visit: Visit, problems: [FormProblem] = [], unsent: String = "") {
    self.visit = visit
    self.problems = problems
    self.unsent = unsent
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Second step", heading: "Enter your code",
      lead: ["Your password was right. This second step makes sure that it is you."]
        + (unsent.isEmpty ? [] : ["What you wrote comes back after it."]),
      problems: problems, main: code.view + recovery)
  }

  private var code: Form {
    Form(
      action: WebPath.secondStep, visit: visit, button: "Go on",
      hidden: Form.unsent(unsent), content: Field.code(problems).view)
  }

  private var recovery: HTML {
    let form = Form(
      action: WebPath.secondStep, visit: visit, button: "Go on with a recovery code",
      hidden: Form.unsent(unsent), content: Field.recoveryCode(problems).view)
    return """
      <section aria-labelledby="other">
      <h2 id="other">Without your phone</h2>
      \(form.view)<p>Without a code either? Whoever runs this system can help you.</p>
      </section>

      """
  }
}
