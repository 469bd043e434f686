import Care

extension Paper {
  /// The evidence, read together.
  init(_ synthesis: EvidenceSynthesis) {
    let wording = EvidenceWording(synthesis: synthesis)
    title = wording.title
    lines = wording.opening
    skip = wording.frame.skip
    shortTitle = wording.shortTitle
    short = wording.short
    chapters = [
      Paper.bearing(wording), Paper.pools(wording), Paper.coupling(wording),
      Paper.leftOut(wording), Paper.deficits(wording), Paper.sources(wording),
    ].compactMap(\.self)
    footer = wording.footer
  }
}
