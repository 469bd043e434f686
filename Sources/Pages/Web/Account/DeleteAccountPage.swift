import HTML

/// Deleting one's own account, with what is kept said plainly.
public struct DeleteAccountPage: Hashable, Sendable {
  private let visit: Visit
  private let deleted: [String]
  private let kept: [String]
  private let problems: [FormProblem]

  /// The word that is typed to confirm.
  public static let word = "delete"

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - deleted: what is deleted at once, a sentence each.
  ///   - kept: what must be kept, by what law or rule and until when, a sentence each.
  ///   - problems: what was wrong before.
  public init(
    _ visit: Visit, deleted: [String], kept: [String], problems: [FormProblem] = []
  ) {
    self.visit = visit
    self.deleted = deleted
    self.kept = kept
    self.problems = problems
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Leaving", heading: "Delete your account",
      lead: ["This cannot be taken back. You may want a copy of your record first."],
      problems: problems,
      main: part("Deleted at once", "gone", deleted)
        + part("Kept, because it must be", "kept", kept)
        + form.view + AccountPage.back("Keep the account"))
  }

  private func part(_ title: String, _ id: String, _ sentences: [String]) -> HTML {
    guard !sentences.isEmpty else { return .empty }
    return """
      <section aria-labelledby="\(id)">
      <h2 id="\(id)">\(title)</h2>
      <ul>
      \(each: sentences, point)</ul>
      </section>

      """
  }

  private func point(_ sentence: String) -> HTML { "<li>\(sentence)</li>\n" }

  private var form: Form {
    let word = Field(
      name: .confirmation, label: "Type the word “\(DeleteAccountPage.word)”", problems: problems)
    return Form(
      action: WebPath.deletion, visit: visit, button: "Delete the account", isGrave: true,
      content: word.view + Field.password("Your password", problems).view)
  }
}
