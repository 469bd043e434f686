extension ScoreChart {
  var tableHeadings: [String] { [words.day, values.title] + (item.map { [$0.label] } ?? []) }

  /// One row for each day with a total or an answer to the item.
  var table: DataTable {
    let totals = Dictionary(grouping: scores.filter { $0.day.isFinite }, by: \.day)
    let marks = Dictionary(grouping: item?.marks ?? [], by: \.day)
    let rows = Set(totals.keys).union(marks.keys).sorted().map { day in
      [days.name(day), (totals[day] ?? []).map(text).joined(separator: ", ")]
        + (item == nil ? [] : [(marks[day] ?? []).map { text($0.answer) }.joined(separator: ", ")])
    }
    return DataTable(caption: heading.title, headings: tableHeadings, rows: rows)
  }

  private func text(_ score: Score) -> String {
    values.text(score.total) + (score.isProrated ? " (\(words.prorated))" : "")
  }

  private func text(_ answer: ItemAnswers.Answer) -> String {
    switch answer {
    case .given(let value): "\(value)"
    case .unknown: words.unknown
    }
  }

  func legend(of scores: [Score]) -> [LegendEntry] {
    var entries: [LegendEntry] = []
    if scores.contains(where: { !$0.isProrated }) {
      entries.append(LegendEntry(sign: .filled, text: words.complete))
    }
    if scores.contains(where: \.isProrated) {
      entries.append(LegendEntry(sign: .ring, text: words.prorated))
    }
    if let remission { entries.append(LegendEntry(sign: .remission, text: remission.label)) }
    return entries
  }
}
