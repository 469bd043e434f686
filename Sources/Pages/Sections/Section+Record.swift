import Care
import Charts

extension Section {
  init(_ part: RecordPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(id: id, summary: wording.recordSummary(part), wording: wording)
  }

  init(_ part: OverviewPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(id: id, summary: wording.overviewSummary(part), wording: wording)
    table = DataTable(
      caption: wording.title(of: .overview), headings: wording.overviewHeadings,
      rows: part.rows.map { wording.overviewRow($0) })
    sureness = wording.overviewSureness
  }

  init(_ part: GapsPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(id: id, summary: wording.gapsSummary(part), wording: wording)
    list = wording.gapsList(part, material)
  }
}
