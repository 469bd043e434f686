import HTML

/// The recovery codes, shown once.
public struct RecoveryCodesPage: Hashable, Sendable {
  private let visit: Visit
  private let codes: [String]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - codes: the codes, as they are typed.
  public init(_ visit: Visit, codes: [String]) {
    self.visit = visit
    self.codes = codes
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Recovery codes", heading: "Your recovery codes",
      lead: [
        "They are shown now and never again. Each lets you in once when your phone is not at hand.",
        "Print this page or write them down, and keep them where you keep other papers.",
      ],
      main: """
        <ul class="codes">
        \(each: codes, line)</ul>
        <p class="buttons"><a class="action" href="\(WebPath.account)">I have kept them</a></p>

        """)
  }

  private func line(_ code: String) -> HTML { "<li><code>\(code)</code></li>\n" }
}
