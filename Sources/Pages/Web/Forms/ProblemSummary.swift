import HTML

/// What was wrong, at the top of a page, with links to where it is mended.
struct ProblemSummary {
  let problems: [FormProblem]

  init(_ problems: [FormProblem]) { self.problems = problems }

  var view: HTML? {
    guard !problems.isEmpty else { return nil }
    return """
      <div class="problem" role="alert" aria-labelledby="problem">
      <h2 id="problem">Something needs a change</h2>
      <ul>
      \(each: problems, line)</ul>
      </div>

      """
  }

  private func line(_ problem: FormProblem) -> HTML {
    guard let field = problem.field else { return "<li>\(problem.text)</li>\n" }
    return "<li><a href=\"#\(field.rawValue)\">\(problem.text)</a></li>\n"
  }
}
