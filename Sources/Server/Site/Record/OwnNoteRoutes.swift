internal import Accounts
internal import Archive
internal import Hummingbird
internal import Knowledge
internal import Pages
internal import PatientRecord

/// Psychotherapy notes: writing them, and reading one's own.
struct OwnNoteRoutes: Sendable {
  let site: Site

  /// Lines on a page.
  private static let size = 50
  /// The largest form in bytes: 20,000 characters of which each takes nine or twelve.
  private static let limit = 1 << 18
  private static let path = "\(WebPath.people)/{patient}/\(WebPath.ownNotes)"

  var routes: [Route] {
    [
      .page(Self.path, .keepTherapyNotes, of: .path) { request, context in
        .page(try await list(request, context, FormFields(""), []))
      },
      .form(Self.path, .keepTherapyNotes, of: .path, limit: Self.limit, write),
      .page("\(Self.path)/{note}", .keepTherapyNotes, of: .path) { request, context in
        let id = try context.part("note", as: EntryID.self)
        return .page(try await note(id, request, context, FormFields(""), []))
      },
    ]
  }

  private func write(_ request: Request, _ context: ServerContext) async throws -> Response {
    let form = try await request.form(upTo: Self.limit)
    guard let id = EntryID(form[.note]) else { throw Problem.notFound }
    let target = try form[.corrects].isEmpty ? nil : Self.identifier(form[.corrects])
    return try await mending { problems in
      guard let target else { return try await list(request, context, form, problems) }
      return try await note(target, request, context, form, problems)
    } _: {
      guard let text = try? FreeText(form[.text]) else {
        throw Mistakes(.text(maximum: FreeText.limit))
      }
      let patient = try context.patient()
      _ = try await site.accounts.write(
        TherapyNote(id: id, text: text, supersedes: target), about: patient,
        by: context.signedIn().actor)
      return .leading(to: Self.notes(on: patient), done: .note)
    }
  }

  private static func identifier(_ text: String) throws -> EntryID {
    guard let id = EntryID(text) else { throw Problem.notFound }
    return id
  }

  private static func record(of patient: PatientID) -> String {
    "\(WebPath.people)/\(PathPart.of(patient.rawValue))"
  }

  /// Where the notes on somebody stand.
  static func notes(on patient: PatientID) -> String {
    "\(record(of: patient))/\(WebPath.ownNotes)"
  }

  private func list(
    _ request: Request, _ context: ServerContext, _ form: FormFields, _ problems: [FormProblem]
  ) async throws -> String {
    let (patient, actor) = (try context.patient(), try context.signedIn().actor)
    let place = Self.notes(on: patient)
    let before = request.uri.queryParameters["before"].flatMap { EntryID(String($0)) }
    let found = try await site.accounts.therapyNotes(
      about: patient, by: actor, before: before, limit: Self.size + 1)
    let lines = found.prefix(Self.size)
    let older = found.count > Self.size ? lines.last?.id : nil
    let (visit, person) = try await visit(request, context)
    return OwnNotesPage(
      visit, person: person,
      rows: lines.map { line in
        OwnNotesPage.Row(
          when: site.moments.text(line.written), path: "\(place)/\(line.id)",
          isCorrected: line.supersededBy != nil)
      }, form: noteForm(place, form, problems, corrects: nil),
      pager: Pager(newer: before == nil ? nil : place, older: older.map { "\(place)?before=\($0)" })
    ).html
  }

  private func note(
    _ id: EntryID, _ request: Request, _ context: ServerContext, _ form: FormFields,
    _ problems: [FormProblem]
  ) async throws -> String {
    let (patient, actor) = (try context.patient(), try context.signedIn().actor)
    let place = Self.notes(on: patient)
    let note = try await site.accounts.therapyNote(id, about: patient, by: actor)
    let (visit, person) = try await visit(request, context)
    return OwnNotePage(
      visit, person: person, when: note.written.map(site.moments.text) ?? "", text: note.text.text,
      corrected: note.supersedes.map { "\(place)/\($0)" },
      correction: note.supersededBy.map { "\(place)/\($0)" }, notes: place,
      form: noteForm(place, form, problems, corrects: id, draft: note.text.text)
    ).html
  }

  /// What the pages know, and whom they are about.
  private func visit(
    _ request: Request, _ context: ServerContext
  ) async throws -> (Visit, person: String) {
    let patient = try context.patient()
    let person = try await site.name(of: patient, for: context.signedIn().actor)
    var visit = try await site.writing(request, context)
    visit.about = Visit.About(
      name: person,
      links: [
        Visit.Link("Record", path: Self.record(of: patient)),
        Visit.Link("Your patients", path: WebPath.people),
      ])
    return (visit, person)
  }

  /// The form; a note that is sent twice, because somebody was in doubt, has one identifier.
  private func noteForm(
    _ place: String, _ form: FormFields, _ problems: [FormProblem], corrects: EntryID?,
    draft: String = ""
  ) -> OwnNoteForm {
    var random = SystemRandomNumberGenerator()
    let id = EntryID(form[.note]) ?? EntryID(at: site.now, using: &random)
    return OwnNoteForm(
      action: place, note: "\(id)", corrects: corrects.map { "\($0)" },
      text: problems.isEmpty ? draft : form[.text], problems: problems)
  }
}

extension Site {
  /// The name of one of a clinician's patients; the number of the record when there is none.
  func name(of patient: PatientID, for actor: Actor) async throws -> String {
    try await accounts.name(of: patient, by: actor) ?? patient.rawValue
  }
}
