extension ReportModel {
  /// The report as plain text, in the order of the page.
  var text: String {
    var text = PlainText()
    text.heading(header.title, underlined: "=")
    header.lines.forEach { text.paragraph($0) }
    if help.isFirst { write(help, to: &text) }
    if !glances.isEmpty {
      text.heading(glanceTitle, underlined: "-")
      for glance in glances { text.paragraph(glance.sentence, mark: "- ") }
    }
    for chapter in chapters { write(chapter, to: &text) }
    if !help.isFirst { write(help, to: &text) }
    text.blank()
    footer.forEach { text.paragraph($0) }
    return text.text
  }

  private func write(_ help: Help, to text: inout PlainText) {
    text.heading(help.title, underlined: "-")
    help.sentences.forEach { text.paragraph($0) }
    for line in help.lines {
      let numbers = line.ways.map {
        [$0.number, $0.name].compactMap(\.self).joined(separator: " ")
      }
      let parts = [numbers.joined(separator: ", "), line.address ?? "", line.note]
        .filter { !$0.isEmpty }
      text.paragraph("\(line.name): \(parts.joined(separator: ". "))", mark: "- ")
    }
    help.closing.forEach { text.paragraph($0) }
  }

  private func write(_ chapter: Chapter, to text: inout PlainText) {
    text.heading(chapter.title, underlined: "-")
    chapter.introduction.forEach { text.paragraph($0) }
    for section in chapter.sections { text.section(section) }
  }
}
