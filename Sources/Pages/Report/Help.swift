import Care
import Knowledge

/// Where help is found, in front when an answer calls for it.
struct Help {
  let isFirst: Bool
  let title: String
  let sentences: [String]
  let lines: [HelpLine]
  let closing: [String]

  init(_ material: Material) {
    let wording = material.wording
    let concerns = material.safety?.concerns ?? []
    isFirst = !concerns.isEmpty
    title = wording.helpTitle(isPositive: isFirst)
    sentences =
      wording.concerns(concerns) + [isFirst ? wording.helpNow : wording.helpAlways]
    lines = HelpLine.all(material.contacts, wording)
    closing = [wording.nobodyNotified] + [wording.unverified(material.contacts)].compactMap(\.self)
  }
}
