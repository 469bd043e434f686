import Care
import Charts
import Inference

extension Section {
  init(_ part: PatternsPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(
      id: id, title: ItemText.name(part.item), summary: wording.patternsSummary(part),
      wording: wording)
    list = wording.isResearcher ? [] : wording.patternsList(part)
    sureness = wording.patternsSureness(part)
    used = wording.patternsUsed(part)
    guard wording.isResearcher, let patterns = part.result.value else { return }
    facts = wording.patternFacts(patterns, part)
    table = DataTable(
      caption: "All questions about \(ItemText.name(part.item))",
      headings: wording.candidateHeadings(part),
      rows: patterns.candidates.map { wording.candidateRow($0, part, patterns) })
  }
}
