import HTML

extension ReportModel {
  /// The whole page.
  ///
  /// - Parameter surroundings: where it is read.
  /// - Returns: the page, from its doctype on.
  func page(in surroundings: PageFrame.Surroundings = .file) -> HTML {
    let first = help.isFirst ? help.view : nil
    let last = help.isFirst ? nil : help.view
    return PageFrame(
      title: header.title, lines: header.lines, skip: skip,
      main: "\(first)\(overview)\(each: chapters, \.view)\(last)", footer: footer,
      surroundings: surroundings
    ).page
  }

  private var overview: HTML? {
    guard !glances.isEmpty else { return nil }
    return """
      <section class="glance" aria-labelledby="glance">
      <h2 id="glance">\(glanceTitle)</h2>
      <ul>
      \(each: glances, glance)</ul>
      </section>

      """
  }

  private func glance(_ glance: Glance) -> HTML {
    "<li>\(glance.sentence) <a href=\"#\(glance.chapter)\" aria-label=\"\(glance.label)\">\(glance.more)</a></li>\n"
  }
}

func paragraph(_ sentence: String) -> HTML { "<p>\(sentence)</p>\n" }
