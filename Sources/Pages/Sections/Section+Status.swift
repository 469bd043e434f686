import Care
import Knowledge

extension Section {
  init(_ part: StatusPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(
      id: id, title: part.instrument.abbreviation, summary: wording.statusSummary(part),
      wording: wording)
    facts = wording.facts(of: part)
    sureness = [wording.statusSureness]
    used = wording.used(
      part.basis, noun: "day with a score", plural: "days with a score", isDaily: false)
  }
}
