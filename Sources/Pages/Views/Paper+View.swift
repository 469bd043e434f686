import HTML

extension Paper {
  /// The whole page.
  var page: HTML {
    PageFrame(
      title: title, lines: lines, skip: skip, main: "\(inShort)\(each: chapters, \.view)",
      footer: footer
    ).page
  }

  private var inShort: HTML {
    """
    <section class="glance" aria-labelledby="short">
    <h2 id="short">\(shortTitle)</h2>
    <ul>
    \(each: short, point)</ul>
    </section>

    """
  }

  private func point(_ sentence: String) -> HTML { "<li>\(sentence)</li>\n" }
}

extension Paper.Chapter {
  /// The chapter as markup.
  fileprivate var view: HTML {
    """
    <section class="chapter" aria-labelledby="\(id)">
    <h2 id="\(id)">\(title)</h2>
    \(each: introduction, lead)\(each: sections, \.view)</section>

    """
  }

  private func lead(_ sentence: String) -> HTML { "<p class=\"lead\">\(sentence)</p>\n" }
}
