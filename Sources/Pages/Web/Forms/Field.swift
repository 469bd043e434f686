import HTML

/// One thing to enter: its label, what helps to enter it, and what was wrong with it.
struct Field {
  enum Kind { case text, email, password, long }

  let name: FormField
  let label: String
  var kind = Kind.text
  var hint: [String] = []
  var value = ""
  /// What a browser or password manager may fill in.
  var autocomplete = "off"
  /// Whether it is digits, for a phone's keyboard.
  var isDigits = false
  var problems: [FormProblem] = []
  /// How many lines of a long text are seen at once.
  var lines = 12

  var view: HTML {
    """
    <div class="field\(wrong.isEmpty ? "" : " wrong")">
    <label for="\(id)">\(label)</label>
    \(hintText)\(wrongText)\(kind == .long ? area : input)
    </div>

    """
  }

  private var input: HTML {
    """
    <input id="\(id)" name="\(id)" type="\(kind == .password ? "password" : "text")" \
    autocomplete="\(autocomplete)" required\(manner)\(HTML.attribute("value", shown))\(state)>
    """
  }

  /// Browsers drop the first line break in it, so one stands there that is not the text's own.
  private var area: HTML {
    """
    <textarea id="\(id)" name="\(id)" rows="\(lines)" autocomplete="off" required\(manner)\(state)>
    \(value)</textarea>
    """
  }

  private var state: HTML {
    """
    \(HTML.attribute("aria-describedby", described))\
    \(HTML.attribute("aria-invalid", wrong.isEmpty ? nil : "true"))
    """
  }

  private var id: String { name.rawValue }
  private var wrong: [FormProblem] { problems.filter { $0.field == name } }

  /// A password is never sent back.
  private var shown: String? { kind == .password || value.isEmpty ? nil : value }

  private var manner: HTML {
    switch kind {
    case .password, .long: .empty
    // A name to sign in with is of type text, or browsers do not fill it in.
    case .email: " inputmode=\"email\" autocapitalize=\"none\" spellcheck=\"false\""
    case .text:
      isDigits
        ? " inputmode=\"numeric\" autocapitalize=\"none\" spellcheck=\"false\""
        : " spellcheck=\"false\""
    }
  }

  private var hintText: HTML? {
    hint.isEmpty ? nil : "<p class=\"hint\" id=\"\(id)-hint\">\(hint.joined(separator: " "))</p>\n"
  }

  private var wrongText: HTML? {
    guard !wrong.isEmpty else { return nil }
    let text = wrong.map(\.text).joined(separator: " ")
    return "<p class=\"why\" id=\"\(id)-problem\"><strong>Problem:</strong> \(text)</p>\n"
  }

  private var described: String? {
    let ids =
      (hint.isEmpty ? [] : ["\(id)-hint"]) + (wrong.isEmpty ? [] : ["\(id)-problem"])
    return ids.isEmpty ? nil : ids.joined(separator: " ")
  }
}

extension Field {
  /// The name and the address of a person.
  static func person(
    _ name: String, _ email: String, _ problems: [FormProblem], isOwn: Bool = true
  ) -> HTML {
    Field.name(name, problems, isOwn: isOwn).view + Field.email(email, problems, isOwn: isOwn).view
  }

  static func record(_ number: String, _ problems: [FormProblem] = []) -> Field {
    Field(
      name: .person, label: "Number of the record",
      hint: ["It stands in the person's report, and on the page of their account."],
      value: number, problems: problems)
  }

  static func reason(_ words: String, _ problems: [FormProblem] = []) -> Field {
    Field(
      name: .reason, label: "Why you need it now", kind: .long,
      hint: ["A sentence. The person will read it."], value: words, problems: problems, lines: 3)
  }

  static func note(_ text: String, _ problems: [FormProblem] = []) -> Field {
    Field(
      name: .text, label: "Note", kind: .long,
      hint: ["It cannot be changed afterwards. You can write a correction."], value: text,
      problems: problems)
  }

  static func email(_ value: String, _ problems: [FormProblem], isOwn: Bool = true) -> Field {
    Field(
      name: .email, label: "E-mail address", kind: .email, value: value,
      autocomplete: isOwn ? "username" : "off", problems: problems)
  }

  static func name(_ value: String, _ problems: [FormProblem], isOwn: Bool = true) -> Field {
    Field(
      name: .name, label: isOwn ? "Your name" : "Name",
      hint: isOwn ? ["As your care team, or the people you care for, know you."] : [],
      value: value, autocomplete: isOwn ? "name" : "off", problems: problems)
  }

  static func password(_ label: String, _ problems: [FormProblem]) -> Field {
    Field(
      name: .password, label: label, kind: .password, autocomplete: "current-password",
      problems: problems)
  }

  /// The chosen password, twice: a slip of the finger would lock somebody out.
  static func newPassword(minimum: Int, _ problems: [FormProblem]) -> HTML {
    let first = Field(
      name: .newPassword, label: "New password", kind: .password,
      hint: [
        "At least \(minimum) characters. Nothing else is asked of it.",
        "A few words that do not belong together are good. You may paste one.",
      ], autocomplete: "new-password", problems: problems)
    let second = Field(
      name: .passwordAgain, label: "New password, once more", kind: .password,
      autocomplete: "new-password", problems: problems)
    return first.view + second.view
  }

  static func code(_ problems: [FormProblem]) -> Field {
    Field(
      name: .code, label: "Code", hint: ["The six digits that your app shows now."],
      autocomplete: "one-time-code", isDigits: true, problems: problems)
  }

  static func recoveryCode(_ problems: [FormProblem]) -> Field {
    Field(
      name: .recoveryCode, label: "Recovery code",
      hint: ["One of the codes that you wrote down or printed. Each works once."],
      problems: problems)
  }
}
