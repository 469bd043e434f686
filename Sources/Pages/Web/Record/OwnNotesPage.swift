import HTML

/// The psychotherapy notes that a clinician wrote about somebody, and a form to write another.
public struct OwnNotesPage: Hashable, Sendable {
  /// A note in the list.
  public struct Row: Hashable, Sendable {
    /// When it was written, as people read it.
    public let when: String
    /// Where it is read.
    public let path: String
    /// Whether a later note corrects it.
    public let isCorrected: Bool

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - when: when it was written, as people read it.
    ///   - path: where it is read.
    ///   - isCorrected: whether a later note corrects it.
    public init(when: String, path: String, isCorrected: Bool = false) {
      self.when = when
      self.path = path
      self.isCorrected = isCorrected
    }
  }

  private let visit: Visit
  private let person: String
  private let rows: [Row]
  private let form: OwnNoteForm
  private let pager: Pager

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - person: whom the notes are about.
  ///   - rows: the notes, newest first.
  ///   - form: what a new note is written in.
  ///   - pager: the pages before and after.
  public init(
    _ visit: Visit, person: String, rows: [Row], form: OwnNoteForm,
    pager: Pager = Pager()
  ) {
    self.visit = visit
    self.person = person
    self.rows = rows
    self.form = form
    self.pager = pager
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Your notes", heading: heading,
      lead: [
        "They are for you alone: no colleague, no report and no copy of the record shows them.",
        "That you wrote or read one stands in the person's list of who looked at their record.",
      ],
      problems: form.problems,
      main: """
        <section aria-labelledby="new">
        <h2 id="new">Write a note</h2>
        \(form.view(visit, about: heading, button: "Keep the note"))</section>
        <section aria-labelledby="all">
        <h2 id="all">What you wrote</h2>
        \(rows.isEmpty ? "<p>Nothing yet.</p>\n" : list)\(pager.view)</section>

        """)
  }

  private var heading: String { "Your notes on \(person)" }

  private var list: HTML { "<ul class=\"rows\">\n\(each: rows, line)</ul>\n" }

  private func line(_ row: Row) -> HTML {
    """
    <li><div><p><a href="\(row.path)">Note of \(row.when)</a></p></div>
    \(row.isCorrected ? "<span class=\"mark\">Corrected later</span>\n" : nil)</li>

    """
  }
}

/// What a note is written in.
public struct OwnNoteForm: Hashable, Sendable {
  private let action: String
  private let note: String
  private let corrects: String?
  private let text: String
  let problems: [FormProblem]

  /// Creates the form.
  ///
  /// - Parameters:
  ///   - action: where it is sent.
  ///   - note: the identifier of the note, so that sending it twice keeps it once.
  ///   - corrects: the identifier of the note that it corrects, if it corrects one.
  ///   - text: what was written before.
  ///   - problems: what was wrong before.
  public init(
    action: String, note: String, corrects: String? = nil, text: String = "",
    problems: [FormProblem] = []
  ) {
    self.action = action
    self.note = note
    self.corrects = corrects
    self.text = text
    self.problems = problems
  }

  func view(_ visit: Visit, about: String, button: String) -> HTML {
    Form(
      action: action, visit: visit, button: button,
      hidden: [(.note, note)] + (corrects.map { [(.corrects, $0)] } ?? []), about: about,
      content: Field.note(text, problems).view
    ).view
  }
}
