import HTML

/// A psychotherapy note, for its author, with a form to correct it.
public struct OwnNotePage: Hashable, Sendable {
  private let visit: Visit
  private let person: String
  private let when: String
  private let text: String
  private let corrected: String?
  private let correction: String?
  private let notes: String
  private let form: OwnNoteForm

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - person: whom it is about.
  ///   - when: when it was written, as people read it.
  ///   - text: what it says.
  ///   - corrected: where the note stands that it corrects, if it corrects one.
  ///   - correction: where the note stands that corrects it, if one does.
  ///   - notes: where all notes on this person stand.
  ///   - form: what a correction is written in.
  public init(
    _ visit: Visit, person: String, when: String, text: String, corrected: String? = nil,
    correction: String? = nil, notes: String, form: OwnNoteForm
  ) {
    self.visit = visit
    self.person = person
    self.when = when
    self.text = text
    self.corrected = corrected
    self.correction = correction
    self.notes = notes
    self.form = form
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Your note", heading: heading, lead: ["Written on \(when)."],
      problems: form.problems,
      main: """
        \(correction.map(later))\(corrected.map(link))<div class="written">\(text)</div>
        <section aria-labelledby="correct">
        <h2 id="correct">Correct it</h2>
        <p>The note stays as it is. The correction stands beside it.</p>
        \(form.view(visit, about: heading, button: "Keep the correction"))</section>
        <p class="way"><a href="\(notes)">All your notes on \(person)</a></p>

        """)
  }

  private var heading: String { "Your note on \(person)" }

  private func later(_ path: String) -> HTML {
    """
    <p class="told">This note was corrected later: <a href="\(path)">read the correction</a>.</p>

    """
  }

  private func link(_ path: String) -> HTML {
    "<p class=\"way\">It corrects <a href=\"\(path)\">an earlier note</a>.</p>\n"
  }
}
