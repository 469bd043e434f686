internal import Accounts
internal import JSON
internal import PatientRecord
internal import Time
internal import Vault

extension JSONValue {
  /// A moment as records write it.
  static func moment(_ instant: Instant) -> JSONValue { .string("\(instant)") }

  /// A text, or null.
  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// Roles in the order of their list.
  static func roles(_ roles: Set<Role>) -> JSONValue {
    .array(Role.allCases.filter(roles.contains).map { .string($0.rawValue) })
  }

  /// An account as its owner or an admin sees it.
  static func account(_ account: Account) -> JSONValue {
    .object([
      "account": .string("\(account.id)"), "version": .number(Int(clamping: account.version)),
      "roles": .roles(account.roles), "state": .string(account.state.rawValue),
      "name": .optional(account.person?.name), "email": .optional(account.person?.email),
      "patient": .optional(account.patient?.rawValue), "created": .moment(account.created),
      "changed": .moment(account.changed),
    ])
  }

  /// A session that began or went on.
  static func signIn(_ signIn: SignIn) -> JSONValue {
    .object([
      "token": .string(signIn.token.text), "stage": .string(signIn.stage.rawValue),
      "account": .string("\(signIn.account)"),
    ])
  }

  /// A link that works once.
  static func link(_ link: Link) -> JSONValue {
    .object([
      "link": .string(link.token.text), "account": .optional(link.account.map { "\($0)" }),
      "expires": .moment(link.expires),
    ])
  }
}
