import HTML

/// Shown instead of everything else when the data cannot be opened; help stays reachable.
public struct DiagnosisPage: Hashable, Sendable {
  private let findings: [String]
  private let steps: [String]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - findings: what is wrong, a sentence each, without anything from a record.
  ///   - steps: what whoever runs the system can do, in this order.
  public init(findings: [String], steps: [String]) {
    self.findings = findings
    self.steps = steps
  }

  /// The whole page.
  public var html: String {
    Visit(csrf: "").page(
      "Not just now", heading: "Anamnesis cannot open its data",
      lead: [
        "It has stopped by itself, so that nothing is lost. Nobody can sign in until it is mended."
      ],
      main: """
        <section class="told" aria-labelledby="talk">
        <h2 id="talk">Do you need somebody to talk to?</h2>
        <p><a href="\(WebPath.help)">Help is here</a>, always and without signing in.</p>
        </section>
        <section aria-labelledby="found">
        <h2 id="found">What was found</h2>
        <ul>
        \(each: findings, point)</ul>
        </section>
        <section aria-labelledby="steps">
        <h2 id="steps">For whoever runs the system</h2>
        <ol>
        \(each: steps, point)</ol>
        </section>

        """)
  }

  private func point(_ sentence: String) -> HTML { "<li>\(sentence)</li>\n" }
}
