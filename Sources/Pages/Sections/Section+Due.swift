import Care
import Charts

extension Section {
  init(_ part: DuePart, id: String, in material: Material) {
    let wording = material.wording
    let items = part.list.items(for: material.audience)
    self.init(id: id, summary: wording.dueSummary(part.list, items), wording: wording)
    guard !wording.isPatient else {
      list = items.map { wording.ownDue($0) }
      return
    }
    let dated = items.filter { $0.standing != .undated }
    if !dated.isEmpty {
      table = DataTable(
        caption: wording.title(of: .due), headings: wording.dueHeadings,
        rows: wording.dueRows(dated))
    }
    list = wording.undatedDue(items) + wording.openDue(items) + wording.unknownMedicines(part.list)
    sureness = wording.dueSureness(items)
    used = wording.dueSources(items)
  }
}
