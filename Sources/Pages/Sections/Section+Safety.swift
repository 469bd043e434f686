import Care
import Charts

extension Section {
  init(_ part: SafetyPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(id: id, summary: wording.safetySummary(part), wording: wording)
    let severalItems = part.items.count > 1
    let answers = part.items.flatMap { item in
      // One instrument may ask more than one question about safety.
      let isOneOfMany = part.items.count { $0.instrument == item.instrument } > 1
      let name = item.instrument + (isOneOfMany ? ", \(item.item)" : "")
      return item.answers.reversed().map { (name: name, answer: $0) }
    }
    // The latest day first; within a day the order of the questions stays.
    let ordered = answers.enumerated().sorted {
      ($1.element.answer.day, $0.offset) < ($0.element.answer.day, $1.offset)
    }
    let rows = ordered.map { _, row in
      [DateText.day(row.answer.day)] + (severalItems ? [row.name] : [])
        + [wording.answer(row.answer)]
    }
    if !rows.isEmpty {
      table = DataTable(
        caption: wording.title(of: .safety),
        headings: ["Day"] + (severalItems ? ["Questionnaire"] : []) + ["Answer"], rows: rows)
    }
    let unknown = part.items.flatMap(\.answers).count { $0.isPositive == nil }
    if unknown > 0 {
      sureness = [
        "\(CountText.of(unknown, "answer")) \(unknown == 1 ? "is" : "are") unknown, because the "
          + "question was skipped or only a total was recorded."
      ]
    }
    let forms = Set(part.items.flatMap(\.answers).map(\.entry))
    guard !forms.isEmpty else { return }
    used = [
      "\(CountText.of(forms.count, "form")): "
        + CountText.list(Array(Set(part.items.map(\.instrument))).sorted()) + "."
    ]
  }
}
