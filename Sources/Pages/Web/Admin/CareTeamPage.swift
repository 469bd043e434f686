import HTML

/// Who is in the care team of one patient.
public struct CareTeamPage: Hashable, Sendable {
  /// Somebody who treats.
  public struct Member: Hashable, Sendable {
    /// What a form sends to name the account.
    public let id: String
    /// The name.
    public let name: String
    /// Since when they are in the team, as people read it; nil when they are not.
    public let since: String?

    /// Creates a member.
    ///
    /// - Parameters:
    ///   - id: what a form sends to name the account.
    ///   - name: the name.
    ///   - since: since when they are in the team; nil when they are not.
    public init(id: String, name: String, since: String?) {
      self.id = id
      self.name = name
      self.since = since
    }
  }

  private let visit: Visit
  private let action: String
  private let person: String
  private let members: [Member]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - action: where changes are sent.
  ///   - person: the name or number of the patient.
  ///   - members: everybody who treats, in the team or not.
  public init(_ visit: Visit, action: String, person: String, members: [Member]) {
    self.visit = visit
    self.action = action
    self.person = person
    self.members = members
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Team", heading: "Care team of \(person)",
      lead: ["Whoever is in it may read and add to the record, from the next moment on."],
      main: """
        \(members.isEmpty ? "<p>Nobody with the role of a clinician has an account yet.</p>\n" : list)\
        <p class="way"><a href="\(WebPath.accounts)">Back to the accounts</a></p>

        """)
  }

  private var list: HTML { "<ul class=\"rows\">\n\(each: members, row)</ul>\n" }

  private func row(_ member: Member) -> HTML {
    """
    <li><div><p><strong>\(member.name)</strong></p>
    <p>\(member.since.map { "In the team since \($0)" } ?? "Not in the team")</p></div>
    \(button(member).small)</li>

    """
  }

  private func button(_ member: Member) -> Form {
    let answer: FormAnswer = member.since == nil ? .yes : .no
    let words = answer == .yes ? "Add" : "Remove"
    return Form(
      action: action, visit: visit, button: words, label: "\(words): \(member.name)",
      hidden: [(.account, member.id), (.answer, answer.rawValue)])
  }
}
