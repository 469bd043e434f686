import HTML

/// The patients of a clinician.
public struct PeoplePage: Hashable, Sendable {
  /// A patient in whose care team the reader is.
  public struct Row: Hashable, Sendable {
    /// The name or number.
    public let name: String
    /// Where the record is read.
    public let path: String
    /// When something was last entered, and what else is good to know first.
    public let note: String
    /// What somebody must look at; nil when there is nothing.
    public let signal: String?
    /// Where one's own notes on them stand.
    public let notes: String

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - name: the name or number.
    ///   - path: where the record is read.
    ///   - note: when something was last entered, and the like.
    ///   - signal: what somebody must look at; nil when there is nothing.
    ///   - notes: where one's own notes on them stand.
    public init(name: String, path: String, note: String, signal: String? = nil, notes: String) {
      self.name = name
      self.path = path
      self.note = note
      self.signal = signal
      self.notes = notes
    }
  }

  private let visit: Visit
  private let rows: [Row]
  private let pager: Pager
  private let mayBreakGlass: Bool

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - rows: the patients, those with a signal first.
  ///   - pager: the pages before and after.
  ///   - mayBreakGlass: whether the reader may open another record in an emergency.
  public init(_ visit: Visit, rows: [Row], pager: Pager = Pager(), mayBreakGlass: Bool = false) {
    self.visit = visit
    self.rows = rows
    self.pager = pager
    self.mayBreakGlass = mayBreakGlass
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "People", heading: "Your patients",
      main: """
        \(rows.isEmpty ? nobody : list)\(pager.view)\
        <p class="way"><a href="\(WebPath.newPatient)">Invite somebody new</a></p>
        \(mayBreakGlass ? other : nil)
        """)
  }

  private var nobody: HTML {
    "<p>You are in nobody's care team yet. Whoever runs the system can add you.</p>\n"
  }

  private var other: HTML {
    """
    <p>Somebody else, in an emergency? <a href="\(WebPath.specialAccess)">Open a record without \
    being in the care team</a>.</p>

    """
  }

  private var list: HTML { "<ul class=\"rows\">\n\(each: rows, line)</ul>\n" }

  private func line(_ row: Row) -> HTML {
    """
    <li><div><p><a href="\(row.path)"><strong>\(row.name)</strong></a></p>
    <p>\(row.note)</p>
    <p><a href="\(row.notes)" aria-label="Your notes on \(row.name)">Your notes</a></p></div>
    \(row.signal.map { "<span class=\"mark\">To look at: \($0)</span>\n" as HTML })</li>

    """
  }
}
