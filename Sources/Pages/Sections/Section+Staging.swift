import Care
import Charts
import Knowledge

extension Section {
  init(_ part: StagingPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(id: id, summary: wording.stagingSummary(part), wording: wording)
    facts = wording.stagingFacts(part)
    table = DataTable(
      caption: "Trials of treatment", headings: wording.trialHeadings,
      rows: wording.trialRows(part))
    list = wording.stagingChecks(part)
    sureness = wording.stagingSureness(part)
    used = [wording.stagingUsed(part)]
  }
}
