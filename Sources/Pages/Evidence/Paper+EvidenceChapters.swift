import Care
import Charts
import Inference
import Knowledge

extension Paper {
  /// Every finding that bears on the theory, by how it does.
  static func bearing(_ wording: EvidenceWording) -> Chapter? {
    let sections = wording.bearings.compactMap { bearing, title -> Section? in
      let rows = wording.synthesis.rows(bearing)
      guard !rows.isEmpty else { return nil }
      var section = Section(
        id: "bearing-\(bearing.rawValue)", title: title, summary: [], wording: wording.frame)
      section.list = rows.map(wording.line)
      return section
    }
    guard !sections.isEmpty else { return nil }
    return Chapter(
      id: "bearing", title: wording.bearingTitle, introduction: wording.bearingIntroduction,
      sections: sections)
  }

  /// The forest plot and the numbers of each pool.
  static func pools(_ wording: EvidenceWording) -> Chapter {
    var picture = Section(id: "forest", summary: [], wording: wording.frame)
    picture.figure = forest(wording).figure
    let numbers = wording.synthesis.pools.map { pool in
      var section = Section(
        id: "pool-\(pool.domain.rawValue)", title: wording.title(of: pool.domain),
        summary: wording.summary(of: pool), wording: wording.frame)
      section.facts = wording.facts(of: pool)
      section.used = wording.used(in: pool)
      return section
    }
    return Chapter(
      id: "pools", title: wording.poolsTitle, introduction: wording.poolsIntroduction,
      sections: [picture] + numbers)
  }

  private static func forest(_ wording: EvidenceWording) -> ForestPlot {
    var plot = ForestPlot(heading: wording.forestHeading, values: wording.axis)
    plot.groups = wording.synthesis.pools.filter { !$0.members.isEmpty }.map { pool in
      let analysis = pool.analysis.value
      let rows = pool.members.enumerated().map { index, effect in
        let (low, high) = wording.ends(of: effect)
        return ForestPlot.Row(
          wording.name(of: effect.row), remark: wording.remark(on: effect),
          estimate: effect.study.estimate, low: low, high: high,
          weight: analysis?.weights[index])
      }
      return ForestPlot.Group(
        wording.title(of: pool.domain), rows: rows,
        pooled: analysis.map { found in
          ForestPlot.Pooled(
            wording.pooledName(found), estimate: found.estimate,
            low: found.interval.lowerBound, high: found.interval.upperBound,
            prediction: found.predictionInterval)
        })
    }
    return plot
  }

  /// Memory effects beside mood effects.
  static func coupling(_ wording: EvidenceWording) -> Chapter {
    let coupling = wording.synthesis.coupling
    var section = Section(
      id: "coupling-line", summary: wording.summary(of: coupling), wording: wording.frame)
    section.facts = wording.facts(of: coupling)
    if !coupling.pairs.isEmpty { section.table = wording.table(of: coupling.pairs) }
    section.sureness = wording.sureness(of: coupling)
    return Chapter(id: "coupling", title: wording.couplingTitle, sections: [section])
  }

  /// What was not pooled, and why.
  static func leftOut(_ wording: EvidenceWording) -> Chapter? {
    guard !wording.synthesis.leftOut.isEmpty else { return nil }
    var section = Section(
      id: "left-out-rows", summary: wording.leftOutSummary, wording: wording.frame)
    section.list = wording.leftOutLines
    return Chapter(id: "left-out", title: wording.leftOutTitle, sections: [section])
  }

  /// How memory differs in depression.
  static func deficits(_ wording: EvidenceWording) -> Chapter? {
    guard !wording.synthesis.deficits.isEmpty else { return nil }
    var section = Section(id: "deficit-rows", summary: [], wording: wording.frame)
    section.list = wording.synthesis.deficits.map(wording.line)
    return Chapter(
      id: "deficits", title: wording.deficitsTitle, introduction: wording.deficitsIntroduction,
      sections: [section])
  }

  /// The references behind the rows.
  static func sources(_ wording: EvidenceWording) -> Chapter {
    var section = Section(id: "source-rows", summary: [], wording: wording.frame)
    section.list = wording.references
    return Chapter(id: "sources", title: wording.sourcesTitle, sections: [section])
  }
}
