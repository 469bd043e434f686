import Charts

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
      let parts = [line.number, line.address, line.note.isEmpty ? nil : line.note]
        .compactMap { $0 }
      text.paragraph("\(line.name): \(parts.joined(separator: ". "))", mark: "- ")
    }
    help.closing.forEach { text.paragraph($0) }
  }

  private func write(_ chapter: Chapter, to text: inout PlainText) {
    text.heading(chapter.title, underlined: "-")
    chapter.introduction.forEach { text.paragraph($0) }
    for section in chapter.sections { write(section, to: &text) }
  }

  private func write(_ section: Section, to text: inout PlainText) {
    if let title = section.title {
      text.blank()
      text.paragraph(title)
    }
    let indent = section.title == nil ? 0 : 2
    if !section.summary.isEmpty {
      text.paragraph(section.summary.joined(separator: " "), indent: indent)
    }
    if let picture = section.figure?.heading.summary, !picture.isEmpty {
      text.paragraph(picture, indent: indent)
    }
    for fact in section.facts {
      text.paragraph("\(fact.name): \(fact.value)", mark: "- ", indent: indent)
      if let note = fact.note { text.paragraph(note, indent: indent + 2) }
    }
    if let table = section.table { write(table, to: &text, indent: indent) }
    for point in section.list { text.paragraph(point, mark: "- ", indent: indent) }
    note(section.sureTitle, section.sureness, to: &text, indent: indent)
    note(section.usedTitle, section.used, to: &text, indent: indent)
  }

  private func note(
    _ title: String, _ sentences: [String], to text: inout PlainText, indent: Int
  ) {
    guard !sentences.isEmpty else { return }
    let mark = title.hasSuffix("?") ? " " : ": "
    text.paragraph(title + mark + sentences.joined(separator: " "), indent: indent)
  }

  /// A row is a sentence: "Mood: Days 12, Mean 4.1", so that it can be read aloud.
  private func write(_ table: DataTable, to text: inout PlainText, indent: Int) {
    for row in table.rows {
      let named = zip(table.headings.dropFirst(), row.dropFirst()).map { heading, cell in
        row.count == 2 ? cell : "\(heading) \(cell)"
      }
      text.paragraph(
        "\(row.first ?? ""): \(named.joined(separator: ", "))", mark: "- ", indent: indent)
    }
  }
}
