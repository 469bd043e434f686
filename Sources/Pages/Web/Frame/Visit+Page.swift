import HTML

extension Visit {
  /// A whole page of the site.
  ///
  /// - Parameters:
  ///   - name: what the browser's title says; neutral, since others see it.
  ///   - heading: what the page itself says at its top.
  ///   - lead: sentences under the heading.
  ///   - problems: what was wrong with what was sent.
  ///   - main: the content.
  /// - Returns: the page, from its doctype on.
  func page(
    _ name: String, heading: String, lead: [String] = [], problems: [FormProblem] = [],
    main: HTML
  ) -> String {
    let title = "\(problems.isEmpty ? "" : "Problem: ")\(name) – Anamnesis"
    return PageFrame(
      title: heading, lines: lead, skip: "To the content",
      main: "\(noticeBox)\(ProblemSummary(problems).view)\(main)", footer: [],
      surroundings: .site(title: title, self)
    ).page.text
  }

  private var noticeBox: HTML? {
    notice.map { "<p class=\"done\" role=\"status\"><strong>Done.</strong> \($0)</p>\n" }
  }
}
