internal import JSON
internal import Pages

/// What a form held that came after its session had ended: its words, never a password or a code.
struct UnsentForm: Sendable {
  /// The largest form in bytes that carries one on, sealed.
  static let limit = 1 << 19

  private static let kept: [FormField] = [
    .about, .corrects, .email, .name, .note, .person, .reason, .role, .text,
  ]

  /// Where it was sent.
  let action: String
  /// What it held.
  let fields: [FormField: String]
  /// Whether it held a password, which has to be entered again.
  let asksPassword: Bool

  /// Takes what a form held; `nil` when it is no form with words of one's own.
  ///
  /// - Parameters:
  ///   - form: the form.
  ///   - path: where it was sent.
  init?(_ form: FormFields, sentTo path: String) {
    guard !form[.owner].isEmpty, path.hasPrefix("/"), !path.hasPrefix("//") else { return nil }
    action = path
    fields = Self.kept.reduce(into: [:]) { $0[$1] = form[$1.rawValue] }
    asksPassword = form[FormField.password.rawValue] != nil
  }

  /// Reads what ``bytes`` gave.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self),
      let value = try? JSONValue(parsing: text), case .string(let action)? = value["action"],
      case .object(let members)? = value["fields"]
    else { return nil }
    self.action = action
    fields = members.members.reduce(into: [:]) { fields, member in
      guard let field = FormField(rawValue: member.name), case .string(let text) = member.value
      else { return }
      fields[field] = text
    }
    asksPassword = value["asksPassword"] == .bool(true)
  }

  /// The whole as bytes, to be sealed.
  var bytes: [UInt8] {
    var members = JSONObject()
    for (field, value) in fields { members[field.rawValue] = .string(value) }
    let whole: JSONValue = .object([
      "action": .string(action), "asksPassword": .bool(asksPassword), "fields": .object(members),
    ])
    return Array(whole.text().utf8)
  }
}
