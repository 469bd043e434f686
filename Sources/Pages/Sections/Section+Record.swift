import Care
import Charts

extension Section {
  init(_ part: RecordPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(id: id, summary: wording.recordSummary(part), wording: wording)
    let named = part.kinds.compactMap { kind in
      wording.kind(kind.name).map { Fact(name: $0, value: CountText.grouped(kind.count)) }
    }
    let rest = part.kinds.filter { wording.kind($0.name) == nil }.reduce(0) { $0 + $1.count }
    facts =
      named
      + (rest > 0 ? [Fact(name: wording.otherEntries, value: CountText.grouped(rest))] : [])
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
