import HTML

extension Chapter {
  /// The chapter as markup.
  var view: HTML {
    """
    <section class="chapter" aria-labelledby="\(id)">
    <h2 id="\(id)">\(title)</h2>
    \(each: introduction + guide, lead)\(each: sections, \.view)</section>

    """
  }

  private var guide: [String] { sections.contains { $0.figure != nil } ? reading : [] }

  private func lead(_ sentence: String) -> HTML { "<p class=\"lead\">\(sentence)</p>\n" }
}
