import Care
import Knowledge

/// Where help is found, in front when an answer calls for it.
struct Help {
  /// A way to reach somebody.
  struct Line {
    let name: String
    /// As it is shown.
    let number: String?
    /// As it is dialled, digits alone.
    let dialled: String?
    let address: String?
    let note: String
  }

  let isFirst: Bool
  let title: String
  let sentences: [String]
  let lines: [Line]
  let closing: [String]

  init(_ material: Material) {
    let wording = material.wording
    let answers = (material.safety?.items ?? []).compactMap { Help.telling(in: $0.answers) }
    isFirst = !answers.isEmpty
    title = wording.helpTitle(isPositive: isFirst)
    sentences =
      answers.map { wording.positive($0.answer, isLatest: $0.isLatest) }
      + [isFirst ? wording.helpNow : wording.helpAlways]
    lines = material.contacts.map { contact in
      let (name, note) = wording.contact(contact)
      return Line(
        name: name, number: contact.number, dialled: contact.number.flatMap(Help.dialled),
        address: contact.url.flatMap { $0.hasPrefix("https://") ? $0 : nil }, note: note)
    }
    closing = [wording.nobodyNotified] + [wording.unverified(material.contacts)].compactMap { $0 }
  }

  /// The last positive answer, and whether it is the last of all.
  private static func telling(
    in answers: [SafetyPart.Answer]
  ) -> (answer: SafetyPart.Answer, isLatest: Bool)? {
    guard let index = answers.lastIndex(where: { $0.isPositive == true }) else { return nil }
    return (answers[index], index == answers.count - 1)
  }

  private static func dialled(_ number: String) -> String? {
    let digits = number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
    let others = number.filter { !($0.isASCII && $0.isNumber) && !"+ -".contains($0) }
    return digits.isEmpty || !others.isEmpty ? nil : digits
  }
}
