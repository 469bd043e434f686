import Charts

extension PlainText {
  /// A section: words first, then how sure and from what.
  mutating func section(_ section: Section) {
    if let title = section.title {
      blank()
      paragraph(title)
    }
    let indent = section.title == nil ? 0 : 2
    if !section.summary.isEmpty {
      paragraph(section.summary.joined(separator: " "), indent: indent)
    }
    if let picture = section.figure?.heading.summary, !picture.isEmpty {
      paragraph(picture, indent: indent)
    }
    for fact in section.facts {
      paragraph("\(fact.name): \(fact.value)", mark: "- ", indent: indent)
      if let note = fact.note { paragraph(note, indent: indent + 2) }
    }
    if let table = section.table { self.table(table, indent: indent) }
    for point in section.list { paragraph(point, mark: "- ", indent: indent) }
    note(section.sureTitle, section.sureness, indent: indent)
    note(section.usedTitle, section.used, indent: indent)
  }

  private mutating func note(_ title: String, _ sentences: [String], indent: Int) {
    guard !sentences.isEmpty else { return }
    let mark = title.hasSuffix("?") ? " " : ": "
    paragraph(title + mark + sentences.joined(separator: " "), indent: indent)
  }

  /// A row is a sentence: "Mood: Days 12, Mean 4.1", so that it can be read aloud.
  private mutating func table(_ table: DataTable, indent: Int) {
    for row in table.rows {
      let named = zip(table.headings.dropFirst(), row.dropFirst()).map { heading, cell in
        row.count == 2 ? cell : "\(heading) \(cell)"
      }
      paragraph(
        "\(row.first ?? ""): \(named.joined(separator: ", "))", mark: "- ", indent: indent)
    }
  }
}
