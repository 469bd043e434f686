import HTML

/// What somebody wrote before they turned out to be signed out, to be looked at and sent again.
public struct UnsentPage: Hashable, Sendable {
  private let visit: Visit
  private let action: String
  private let fields: [FormField: String]
  private let asksPassword: Bool

  /// What is shown, in this order; all other fields are sent along.
  private static let shown: [FormField] = [.person, .name, .email, .reason, .text]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - action: where the form was to be sent.
  ///   - fields: what it held, without passwords and codes.
  ///   - asksPassword: whether it held a password, which has to be entered again.
  public init(
    _ visit: Visit, action: String, fields: [FormField: String], asksPassword: Bool = false
  ) {
    self.visit = visit
    self.action = action
    self.fields = fields
    self.asksPassword = asksPassword
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Not sent yet", heading: "What you wrote is still here",
      lead: ["It was not sent yet. Please look at it, and send it if it is right."],
      main: """
        \(place)\(form.view)<p class="way"><a href="\(WebPath.home)">Leave it, and go to the \
        start</a></p>

        """)
  }

  private var place: HTML? {
    fields[.about].map { "<p>You wrote it on the page <strong>\($0)</strong>.</p>\n" }
  }

  private var form: Form {
    let hidden = fields.filter { !Self.shown.contains($0.key) && $0.key != .about }
      .sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
    let views = Self.shown.compactMap { field in fields[field].map { view(field, $0) } }
    let password = asksPassword ? Field.password("Your password", []).view : .empty
    return Form(
      action: action, visit: visit, button: "Send it", hidden: hidden, about: fields[.about],
      content: "\(each: views, \.self)\(password)")
  }

  private func view(_ field: FormField, _ value: String) -> HTML {
    switch field {
    case .person: Field.record(value).view
    case .name: Field.name(value, [], isOwn: false).view
    case .email: Field.email(value, [], isOwn: false).view
    case .reason: Field.reason(value).view
    default: Field.note(value).view
    }
  }
}
