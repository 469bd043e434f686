import Care

/// The evidence ready to be shown: every value is words by now.
struct EvidenceModel {
  /// Sections under one heading.
  struct Chapter {
    let id: String
    let title: String
    var introduction: [String] = []
    let sections: [Section]
  }

  let title: String
  let lines: [String]
  let skip: String
  /// What is said first, in plain words.
  let shortTitle: String
  let short: [String]
  let chapters: [Chapter]
  let footer: [String]

  init(_ synthesis: EvidenceSynthesis) {
    let wording = EvidenceWording(synthesis: synthesis)
    title = wording.title
    lines = wording.opening
    skip = wording.frame.skip
    shortTitle = wording.shortTitle
    short = wording.short
    chapters = [
      EvidenceModel.bearing(wording), EvidenceModel.pools(wording),
      EvidenceModel.coupling(wording), EvidenceModel.leftOut(wording),
      EvidenceModel.deficits(wording), EvidenceModel.sources(wording),
    ].compactMap(\.self)
    footer = wording.footer
  }
}
