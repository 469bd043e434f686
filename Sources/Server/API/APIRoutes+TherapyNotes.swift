internal import Accounts
internal import Archive
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Knowledge
internal import PatientRecord

// Psychotherapy notes: each author's own, and no part of the record.
extension APIRoutes {
  /// The largest body of a note, in bytes: 20,000 characters, however they are written.
  static let noteBody = 1 << 18

  var therapyNotes: [Route] {
    let notes = "/api/patients/{patient}/therapy-notes"
    return [
      Route(.get, notes, .keepTherapyNotes, of: .path, handler: listNotes),
      Route(
        .post, notes, .keepTherapyNotes, of: .path, bodyLimit: Self.noteBody, handler: writeNote),
      Route(.get, "\(notes)/{note}", .keepTherapyNotes, of: .path, handler: readNote),
    ]
  }

  private func listNotes(_ request: Request, _ context: ServerContext) async throws -> Response {
    let query = try PageQuery(request)
    let lines = try await installation.accounts.therapyNotes(
      about: context.patient(), by: context.signedIn().actor, before: query.before,
      limit: query.limit)
    return .json(
      .object([
        "notes": .array(
          lines.map { line in
            .object([
              "id": .string("\(line.id)"), "written": .moment(line.written),
              "supersedes": .optional(line.supersedes.map { "\($0)" }),
              "supersededBy": .optional(line.supersededBy.map { "\($0)" }),
            ])
          })
      ]))
  }

  private struct SentNote: Decodable {
    let id: EntryID
    let text: FreeText
    let supersedes: EntryID?
  }

  private func writeNote(_ request: Request, _ context: ServerContext) async throws -> Response {
    let sent: SentNote = try await request.value()
    let stored = try await installation.accounts.write(
      TherapyNote(id: sent.id, text: sent.text, supersedes: sent.supersedes),
      about: context.patient(), by: context.signedIn().actor)
    return .json(
      .object([
        "id": .string("\(stored.id)"), "written": stored.written.map(JSONValue.moment) ?? .null,
      ]), status: .created)
  }

  private func readNote(_ request: Request, _ context: ServerContext) async throws -> Response {
    let note = try await installation.accounts.therapyNote(
      context.part("note", as: EntryID.self), about: context.patient(),
      by: context.signedIn().actor)
    return .json(
      .object([
        "id": .string("\(note.id)"), "written": note.written.map(JSONValue.moment) ?? .null,
        "supersedes": .optional(note.supersedes.map { "\($0)" }), "text": .string(note.text.text),
      ]))
  }
}
