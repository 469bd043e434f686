extension Paper {
  /// The paper as plain text, in the order of the page.
  var text: String {
    var text = PlainText()
    text.heading(title, underlined: "=")
    lines.forEach { text.paragraph($0) }
    text.heading(shortTitle, underlined: "-")
    short.forEach { text.paragraph($0, mark: "- ") }
    for chapter in chapters {
      text.heading(chapter.title, underlined: "-")
      chapter.introduction.forEach { text.paragraph($0) }
      chapter.sections.forEach { text.section($0) }
    }
    text.blank()
    footer.forEach { text.paragraph($0) }
    return text.text
  }
}
