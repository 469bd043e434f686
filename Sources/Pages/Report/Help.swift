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

  let isFirst: Bool
  let title: String
  let sentences: [String]
  let lines: [Line]
  let closing: [String]

  init(_ material: Material) {
    let wording = material.wording
    let concerns = material.safety?.concerns ?? []
    isFirst = !concerns.isEmpty
    title = wording.helpTitle(isPositive: isFirst)
    sentences =
      wording.concerns(concerns) + [isFirst ? wording.helpNow : wording.helpAlways]
    let isList = Set(material.contacts.compactMap(\.country)).count > 1
    lines = material.contacts.map { contact in
      let (plain, note) = wording.contact(contact)
      // Only a list of several countries needs to say which line is whose.
      let name = isList ? contact.country.map { "\($0), \(plain)" } ?? plain : plain
      return Line(
        name: name, number: contact.number,
        link: contact.number.flatMap(Help.dialled).map {
          (contact.kind == .crisisText ? "sms:" : "tel:") + $0
        },
        address: contact.url.flatMap { $0.hasPrefix("https://") ? $0 : nil }, note: note)
    }
    closing = [wording.nobodyNotified] + [wording.unverified(material.contacts)].compactMap { $0 }
  }

  private static func dialled(_ number: String) -> String? {
    let digits = number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
    let others = number.filter { !($0.isASCII && $0.isNumber) && !"+ -".contains($0) }
    return digits.isEmpty || !others.isEmpty ? nil : digits
  }
}
