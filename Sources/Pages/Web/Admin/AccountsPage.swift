import HTML

/// All accounts, for whoever runs the system, with a form to invite somebody.
public struct AccountsPage: Hashable, Sendable {
  /// A button beside an account.
  public struct Action: Hashable, Sendable {
    /// What the button says.
    public let words: String
    /// Where it is sent.
    public let path: String

    /// Creates a button.
    ///
    /// - Parameters:
    ///   - words: what the button says, such as `Make a link for a new password`.
    ///   - path: where it is sent.
    public init(_ words: String, path: String) {
      self.words = words
      self.path = path
    }
  }

  /// An account or an open invitation.
  public struct Row: Hashable, Sendable {
    /// What a form sends to name it.
    public let id: String
    /// The name.
    public let name: String
    /// Role, state and whatever else is good to know, such as `clinician, second step on`.
    public let note: String
    /// Where the care team is set; nil for whoever has none.
    public let teamPath: String?
    /// What can be done with it.
    public let actions: [Action]

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - id: what a form sends to name it.
    ///   - name: the name.
    ///   - note: role, state and whatever else is good to know.
    ///   - teamPath: where the care team is set; nil for whoever has none.
    ///   - actions: what can be done with it.
    public init(
      id: String, name: String, note: String, teamPath: String? = nil, actions: [Action] = []
    ) {
      self.id = id
      self.name = name
      self.note = note
      self.teamPath = teamPath
      self.actions = actions
    }
  }

  let visit: Visit
  let rows: [Row]
  let pager: Pager
  let roles: [Choice]
  let name: String
  let email: String
  let role: String
  let problems: [FormProblem]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - rows: the accounts and open invitations.
  ///   - pager: the pages before and after.
  ///   - roles: what an account may be made for.
  ///   - name: the name that was entered before.
  ///   - email: the address that was entered before.
  ///   - role: the role that was chosen before.
  ///   - problems: what was wrong before.
  public init(
    _ visit: Visit, rows: [Row], pager: Pager = Pager(), roles: [Choice], name: String = "",
    email: String = "", role: String = "", problems: [FormProblem] = []
  ) {
    self.visit = visit
    self.rows = rows
    self.pager = pager
    self.roles = roles
    self.name = name
    self.email = email
    self.role = role
    self.problems = problems
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Accounts", heading: "Accounts",
      lead: ["Who may use the system. What is in a record is not seen from here."],
      problems: problems,
      main: """
        <p class="way"><a href="#invite">Invite somebody</a></p>
        <section aria-labelledby="all">
        <h2 id="all">All accounts</h2>
        <ul class="rows">
        \(each: rows, line)</ul>
        \(pager.view)</section>
        <section aria-labelledby="invite">
        <h2 id="invite">Invite somebody</h2>
        \(invitation.view)</section>

        """)
  }

  private func line(_ row: Row) -> HTML {
    """
    <li><div><p><strong>\(row.name)</strong></p>
    <p>\(row.note)</p>\(row.teamPath.map { team($0, row) })</div>
    \(row.actions.isEmpty ? nil : buttons(of: row))</li>

    """
  }

  private func team(_ path: String, _ row: Row) -> HTML {
    "\n<p><a href=\"\(path)\" aria-label=\"Care team of \(row.name)\">Care team</a></p>"
  }

  private func buttons(of row: Row) -> HTML {
    let forms = row.actions.map { action in
      Form(
        action: action.path, visit: visit, button: action.words,
        label: "\(action.words): \(row.name)", hidden: [(.account, row.id)]
      ).small
    }
    return "<div class=\"buttons\">\n\(each: forms, \.self)</div>\n"
  }

  private var invitation: Form {
    let fields =
      Field.person(name, email, problems, isOwn: false)
      + Choices(
        name: .role, legend: "What for", choices: roles, chosen: role, problems: problems
      ).view
    return Form(
      action: WebPath.invitations, visit: visit, button: "Make the invitation",
      about: "Invite somebody", content: fields)
  }
}
