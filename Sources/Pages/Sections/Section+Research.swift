import Care
import Charts
import Inference

extension Section {
  init(_ part: MemoryLinkPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(
      id: id, title: ItemText.name(part.item), summary: wording.memorySummary(part),
      wording: wording)
    facts = wording.memoryFacts(part)
    if part.result.value != nil {
      table = DataTable(
        caption: "Paths to \(ItemText.name(part.item))", headings: wording.memoryHeadings,
        rows: wording.memoryRows(part))
    }
    sureness = wording.memorySureness(part)
    used = wording.used(part.basis, noun: "day")
  }

  init(_ part: EarlyWarningPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(
      id: id, title: CountText.list(part.items.map(ItemText.name)),
      summary: wording.warningSummary(part), wording: wording)
    if part.result.value != nil {
      table = DataTable(
        caption: wording.title(of: .warning), headings: wording.warningHeadings,
        rows: wording.warningRows(part))
    }
    sureness = wording.warningSureness(part)
    used = wording.used(part.basis, noun: "answer", isDaily: false)
  }
}
