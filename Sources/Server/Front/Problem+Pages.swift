internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import Pages

extension Problem {
  /// Problems as pages of the site.
  ///
  /// - Parameter isDemo: whether all people here are invented.
  /// - Returns: what makes the page of a problem.
  static func sitePage(isDemo: Bool = false) -> ProblemPage {
    { problem, _ in
      let again = problem.headers[.retryAfter].flatMap { Int($0) }
        .map(Moments.again(seconds:))
      let page = ErrorPage(
        Visit(csrf: "", isDemo: isDemo), status: problem.status.code, again: again,
        sent: problem.kind == Problem.foreignForm.kind ? .oldForm : problem.wasForm ? .form : nil)
      return HTML(raw: page.html)
    }
  }

  /// The page that says why there is nothing but help.
  ///
  /// - Parameter finding: what is wrong, in a sentence for anybody.
  /// - Returns: what makes the page.
  static func diagnosisPage(_ finding: String) -> ProblemPage {
    let page = DiagnosisPage(
      findings: [finding],
      steps: [
        "Read the reason in the log of the server.",
        "Look at the folder with anamnesis verify, or bring back a backup with anamnesis restore.",
        "Start the server again.",
      ])
    let other = sitePage()
    return { problem, requestID in
      problem.kind == "out-of-order" ? HTML(raw: page.html) : other(problem, requestID)
    }
  }

  /// Where a person is led in place of being told about the problem; `nil` when nowhere.
  ///
  /// - Parameter request: what they asked for.
  /// - Returns: the answer that leads them there.
  func detour(from request: Request) -> Response? {
    switch kind {
    case "proof-needed": .leading(to: ProofPlace(asked: request.uri.path).proof)
    case "sign-in-unfinished": .leading(to: WebPath.home)
    default: nil
    }
  }
}
