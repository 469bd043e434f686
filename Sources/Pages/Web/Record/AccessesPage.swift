import HTML

/// Who looked at one's own record.
public struct AccessesPage: Hashable, Sendable {
  /// One time that somebody did something with the record.
  public struct Row: Hashable, Sendable {
    /// When, as people read it.
    public let when: String
    /// Who, such as `Dr. Example, clinician`.
    public let who: String
    /// What they did, such as `read your record`.
    public let what: String
    /// What for; empty when not said.
    public let why: String
    /// Whether it was opened in an emergency, without being in the care team.
    public let isEmergency: Bool

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - when: when, as people read it.
    ///   - who: who, such as `Dr. Example, clinician`.
    ///   - what: what they did, such as `read your record`.
    ///   - why: what for; empty when not said.
    ///   - isEmergency: whether it was opened in an emergency.
    public init(when: String, who: String, what: String, why: String, isEmergency: Bool = false) {
      self.when = when
      self.who = who
      self.what = what
      self.why = why
      self.isEmergency = isEmergency
    }
  }

  private let visit: Visit
  private let rows: [Row]
  private let pager: Pager

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - rows: the times, newest first.
  ///   - pager: the pages before and after.
  public init(_ visit: Visit, rows: [Row], pager: Pager = Pager()) {
    self.visit = visit
    self.rows = rows
    self.pager = pager
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Access log", heading: "Who looked at your record",
      lead: [
        "Everybody who opened or changed it stands here, newest first. Nobody can take a line out."
      ],
      main: """
        \(rows.isEmpty ? "<p>Nobody yet.</p>\n" : list)\(pager.view)<p>If a line surprises you, ask \
        your care team or the clinic. You have a right to know.</p>

        """)
  }

  private var list: HTML { "<ul class=\"rows\">\n\(each: rows, line)</ul>\n" }

  private func line(_ row: Row) -> HTML {
    """
    <li><div><p><strong>\(row.who)</strong> \(row.what)\(row.isEmergency ? mark : nil)</p>
    <p>\(row.when)\(row.why.isEmpty ? "" : ". What for: \(row.why)")</p></div></li>

    """
  }

  private var mark: HTML { " <span class=\"mark\">In an emergency</span>" }
}
