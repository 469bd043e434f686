import HTML

/// What was opened in emergencies, for whoever reviews it.
public struct EmergenciesPage: Hashable, Sendable {
  /// One opening of a record.
  public struct Row: Hashable, Sendable {
    /// What a form sends to name it.
    public let id: String
    /// When, as people read it.
    public let when: String
    /// Who opened it: their name or their identifier.
    public let who: String
    /// The random key of the record, as in the audit trail.
    public let record: String
    /// Why, in the words of whoever opened it; nil once the record was erased.
    public let reason: String?
    /// When it was reviewed; nil before.
    public let reviewed: String?

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - id: what a form sends to name it.
    ///   - when: when, as people read it.
    ///   - who: who opened it.
    ///   - record: the random key of the record.
    ///   - reason: why; nil once the record was erased.
    ///   - reviewed: when it was reviewed; nil before.
    public init(
      id: String, when: String, who: String, record: String, reason: String?, reviewed: String?
    ) {
      self.id = id
      self.when = when
      self.who = who
      self.record = record
      self.reason = reason
      self.reviewed = reviewed
    }
  }

  private let visit: Visit
  private let rows: [Row]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - rows: the openings, what nobody reviewed yet first.
  public init(_ visit: Visit, rows: [Row]) {
    self.visit = visit
    self.rows = rows
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Special access", heading: "Records opened in an emergency",
      lead: [
        "Each was open for an hour to somebody who was not in the care team.",
        "Ask whoever opened it if the reason does not suffice, and then note that you looked at it.",
      ],
      main: rows.isEmpty
        ? "<p>Nothing was opened so far.</p>\n" : "<ul class=\"rows\">\n\(each: rows, line)</ul>\n")
  }

  private func line(_ row: Row) -> HTML {
    """
    <li><div><p><strong>\(row.who)</strong>, \(row.when)</p>
    <p>Why: \(row.reason ?? "the record was erased, and the reason with it")</p>
    <p>Record <code>\(row.record)</code></p></div>
    \(row.reviewed.map { "<span class=\"mark\">Reviewed \($0)</span>\n" as HTML } ?? button(row))</li>

    """
  }

  private func button(_ row: Row) -> HTML {
    Form(
      action: WebPath.emergencies, visit: visit, button: "I looked at it",
      label: "I looked at it: \(row.who), \(row.when)", hidden: [(.emergency, row.id)]
    ).small
  }
}
