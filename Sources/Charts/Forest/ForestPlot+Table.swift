extension ForestPlot {
  var tableHeadings: [String] {
    [words.study, words.effect, words.interval, words.weight, words.remark]
  }

  /// One row for each study, and for each group what is pooled and where a further study is expected.
  var table: DataTable {
    let rows = groups.flatMap { group in
      group.rows.map { row in
        [
          "\(group.title): \(row.label)", values.text(row.estimate), range(row.low, row.high),
          row.weight.map { "\(NumberText.fixed(100 * $0, places: 0)) %" } ?? "", row.remark,
        ]
      } + (group.pooled.map { pooled(group.title, $0) } ?? [])
    }
    return DataTable(caption: heading.title, headings: tableHeadings, rows: rows)
  }

  func legend(of groups: [Group]) -> [LegendEntry] {
    let isPooled = groups.contains { $0.pooled != nil }
    let isPredicted = groups.contains { $0.pooled?.prediction != nil }
    return [LegendEntry(sign: .study, text: "\(words.effect), \(words.interval)")]
      + (isPooled ? [LegendEntry(sign: .pooled, text: words.pooled)] : [])
      + (isPredicted ? [LegendEntry(sign: .prediction, text: words.prediction)] : [])
  }

  private func pooled(_ title: String, _ pooled: Pooled) -> [[String]] {
    let own = [
      "\(title): \(pooled.label)", values.text(pooled.estimate), range(pooled.low, pooled.high),
      "", "",
    ]
    guard let prediction = pooled.prediction else { return [own] }
    let ahead = range(prediction.lowerBound, prediction.upperBound)
    return [own, ["\(title): \(words.prediction)", "", ahead, "", ""]]
  }

  private func range(_ low: Double, _ high: Double) -> String {
    "\(values.text(low)) \(words.to) \(values.text(high))"
  }
}
