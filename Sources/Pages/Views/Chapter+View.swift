import HTML

extension Chapter {
  /// The chapter as markup.
  var view: HTML {
    """
    <section class="chapter" aria-labelledby="\(id)">
    <h2 id="\(id)">\(title)</h2>
    \(each: introduction, lead)\(each: sections, \.view)</section>

    """
  }

  private func lead(_ sentence: String) -> HTML { "<p class=\"lead\">\(sentence)</p>\n" }
}
