import Care
import Knowledge

/// Where help is found, in front when an answer calls for it.
struct Help {
  /// A way to reach somebody.
  struct Line {
    let name: String
    /// As it is shown.
    let number: String?
    /// The address that reaches it by telephone or, for a line by text message, by message.
    let link: String?
    let address: String?
    let note: String
  }

  /// What came after a positive answer, on later days.
  enum Since {
    /// No form: it is the latest answer.
    case nothing
    /// Only forms that left the question open: it is the latest answer that is known.
    case unknown
    /// A form that answered it otherwise.
    case otherwise
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
    // Several questions of one form may call for the same sentence; it is said once.
    var said: [String] = []
    for answer in answers {
      let sentence = wording.positive(answer.answer, since: answer.since)
      if !said.contains(sentence) { said.append(sentence) }
    }
    sentences = said + [isFirst ? wording.helpNow : wording.helpAlways]
    lines = material.contacts.map { contact in
      let (name, note) = wording.contact(contact)
      return Line(
        name: name, number: contact.number,
        link: contact.number.flatMap(Help.dialled).map {
          (contact.kind == .crisisText ? "sms:" : "tel:") + $0
        },
        address: contact.url.flatMap { $0.hasPrefix("https://") ? $0 : nil }, note: note)
    }
    closing = [wording.nobodyNotified] + [wording.unverified(material.contacts)].compactMap { $0 }
  }

  /// The last positive answer, and what was answered since.
  ///
  /// Another answer of the same day does not take it back, and neither does a skipped question.
  private static func telling(
    in answers: [SafetyPart.Answer]
  ) -> (answer: SafetyPart.Answer, since: Since)? {
    guard let index = answers.lastIndex(where: { $0.isPositive == true }) else { return nil }
    let answer = answers[index]
    let later = answers[(index + 1)...].filter { $0.day > answer.day }
    if later.contains(where: { $0.isPositive == false }) { return (answer, .otherwise) }
    return (answer, later.isEmpty ? .nothing : .unknown)
  }

  private static func dialled(_ number: String) -> String? {
    let digits = number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
    let others = number.filter { !($0.isASCII && $0.isNumber) && !"+ -".contains($0) }
    return digits.isEmpty || !others.isEmpty ? nil : digits
  }
}
