import HTML

/// A page of the audit trail.
public struct TrailPage: Hashable, Sendable {
  /// One event.
  public struct Row: Hashable, Sendable {
    /// Its number.
    public let number: Int64
    /// When, as people read it.
    public let when: String
    /// The actor's identifier.
    public let actor: String
    /// The role they acted in.
    public let role: String
    /// What they did.
    public let action: String
    /// What for.
    public let purpose: String
    /// With what: the random key of a record, or an account.
    public let subject: String
    /// What came of it.
    public let outcome: String

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - number: its number.
    ///   - when: when, as people read it.
    ///   - actor: the actor's identifier.
    ///   - role: the role they acted in.
    ///   - action: what they did.
    ///   - purpose: what for.
    ///   - subject: with what.
    ///   - outcome: what came of it.
    public init(
      number: Int64, when: String, actor: String, role: String, action: String, purpose: String,
      subject: String, outcome: String
    ) {
      self.number = number
      self.when = when
      self.actor = actor
      self.role = role
      self.action = action
      self.purpose = purpose
      self.subject = subject
      self.outcome = outcome
    }
  }

  private let visit: Visit
  private let rows: [Row]
  private let total: Int64
  private let pager: Pager

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - rows: the events, newest first.
  ///   - total: how many events the whole trail has.
  ///   - pager: the pages before and after.
  public init(_ visit: Visit, rows: [Row], total: Int64, pager: Pager = Pager()) {
    self.visit = visit
    self.rows = rows
    self.total = total
    self.pager = pager
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Trail", heading: "Audit trail",
      lead: [
        "\(CountText.of(Int(clamping: total), "event")), newest first. Records stand under random keys."
      ],
      main: "\(rows.isEmpty ? nil : table)\(pager.view)")
  }

  private var table: HTML {
    """
    <div class="numbers events" role="group" aria-label="Events" tabindex="0">
    <table>
    <caption>Events</caption>
    <thead><tr><th scope="col">No.</th><th scope="col">When</th><th scope="col">Role</th>\
    <th scope="col">Action</th><th scope="col">Purpose</th><th scope="col">Outcome</th>\
    <th scope="col">Actor</th><th scope="col">Subject</th></tr></thead>
    <tbody>
    \(each: rows, line)</tbody>
    </table>
    </div>

    """
  }

  private func line(_ row: Row) -> HTML {
    """
    <tr><th scope="row">\(row.number)</th><td>\(row.when)</td><td>\(row.role)</td>\
    <td>\(row.action)</td><td>\(row.purpose)</td><td>\(row.outcome)</td><td>\(row.actor)</td>\
    <td>\(row.subject)</td></tr>

    """
  }
}
