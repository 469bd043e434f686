import Knowledge

/// A place that helps, or a country with its first places.
struct HelpLine {
  /// A way to reach somebody by telephone or message.
  struct Way {
    /// Who answers, where the line does not say it.
    let name: String?
    /// As it is shown.
    let number: String
    /// The address that reaches it by telephone or, for a line by text message, by message.
    let link: String?

    init(_ number: String, of contact: HelpContact, name: String? = nil) {
      self.name = name
      self.number = number
      link = HelpLine.dialled(number).map {
        (contact.kind == .crisisText ? "sms:" : "tel:") + $0
      }
    }
  }

  let name: String
  /// The country's code where the line stands for a country.
  var country: String?
  let ways: [Way]
  var address: String?
  var note = ""

  /// Each contact of one country; of several countries a line each, so that a list for somebody
  /// whose country is not known stays short on a phone.
  static func all(_ contacts: [HelpContact], _ wording: Wording) -> [HelpLine] {
    let countries = Set(contacts.compactMap(\.country))
    guard countries.count > 1 else { return contacts.map { HelpLine($0, wording) } }
    let lines = countries.map { code in
      HelpLine(country: code, contacts.filter { $0.country == code })
    }
    return contacts.filter { $0.country == nil }.map { HelpLine($0, wording) }
      + lines.sorted { $0.name < $1.name }
  }

  private init(_ contact: HelpContact, _ wording: Wording) {
    (name, note) = wording.contact(contact)
    ways = contact.number.map { [Way($0, of: contact)] } ?? []
    address = contact.url.flatMap { $0.hasPrefix("https://") ? $0 : nil }
  }

  /// The first number for danger, and the first of somebody who listens.
  private init(country code: String, _ contacts: [HelpContact]) {
    name = CountryText.name(code)
    country = code
    let danger = contacts.first { $0.kind == .emergency && $0.number != nil }
    let listening = [.crisisLine, .emotionalSupport, .crisisText, .urgentAdvice].lazy
      .compactMap { kind in contacts.first { $0.kind == kind && $0.number != nil } }.first
    ways = [danger, listening].compactMap { contact in
      guard let contact, let number = contact.number else { return nil }
      return Way(number, of: contact, name: contact.name)
    }
  }

  private static func dialled(_ number: String) -> String? {
    let digits = number.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
    let others = number.filter { !($0.isASCII && $0.isNumber) && !"+ -".contains($0) }
    return digits.isEmpty || !others.isEmpty ? nil : digits
  }
}
