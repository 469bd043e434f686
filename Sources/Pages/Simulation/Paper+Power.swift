import Simulation

extension Paper {
  /// The power of a design.
  init(_ finding: PowerFinding) {
    let wording = PowerWording(finding: finding)
    title = wording.title
    lines = wording.opening
    skip = wording.frame.skip
    shortTitle = "In short"
    short = wording.short
    var table = Section(id: "power-table", summary: [], wording: wording.frame)
    table.table = wording.table
    var assumed = Section(id: "assumed-list", summary: [], wording: wording.frame)
    assumed.list = wording.assumptions
    chapters =
      [
        Chapter(
          id: "power", title: wording.tableTitle, introduction: wording.tableIntroduction,
          sections: [table]),
        Chapter(id: "assumed", title: "What was assumed", sections: [assumed]),
      ] + Paper.standing(wording.frame)
    footer = SimulationStandingWords.footer
  }
}
