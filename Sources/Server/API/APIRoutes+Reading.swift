internal import Accounts
internal import Archive
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import PatientRecord
internal import Time

// Reading records. The audit trail tells of it before the first byte goes out.
extension APIRoutes {
  var reading: [Route] {
    let record = "/api/patients/{patient}"
    return [
      Route(.get, "\(record)/entries", .readRecord, of: .path, handler: page),
      Route(
        .get, "\(record)/entries/{entry}", .readRecord, of: .path, isQuick: true, handler: entry),
      Route(.get, "\(record)/accesses", .seeAccesses, of: .path, handler: accesses),
    ]
  }

  private func page(_ request: Request, _ context: ServerContext) async throws -> Response {
    let visitor = try context.signedIn()
    let query = try PageQuery(request)
    let part = try await installation.archive.part(
      of: context.patient(), after: query.after, limit: query.limit, kinds: query.kinds,
      by: visitor.access)
    guard let page = part else { throw Problem.notFound }
    let lines = try page.entries.filter(visitor.mayRead).map { try RecordCodec.encode($0) }
    let next = page.next.map { "\"\($0)\"" } ?? "null"
    return .jsonText("{\"entries\":[\(lines.joined(separator: ","))],\"next\":\(next)}")
  }

  private func entry(_ request: Request, _ context: ServerContext) async throws -> Response {
    let visitor = try context.signedIn()
    let found = try await installation.archive.entry(
      context.part("entry", as: EntryID.self), of: context.patient(), by: visitor.access)
    guard let found, visitor.mayRead(found) else { throw Problem.notFound }
    return .jsonText(try RecordCodec.encode(found))
  }

  private func accesses(_ request: Request, _ context: ServerContext) async throws -> Response {
    let query = try PageQuery(request)
    let accesses = try await installation.accounts.accesses(
      of: context.patient(), by: context.signedIn().actor)
    return .json(
      .object([
        "accesses": .array(
          accesses.prefix(query.limit).map { access in
            .object([
              "at": .moment(access.at), "name": .optional(access.name),
              "role": .string(access.role), "purpose": .string(access.purpose),
              "action": .string(access.action.rawValue), "isOwn": .bool(access.isOwn),
            ])
          }), "count": .number(accesses.count),
      ]))
  }
}

/// What part of a record is asked for.
struct PageQuery {
  let after: EntryID?
  let before: EntryID?
  let limit: Int
  let kinds: Set<Fact.Kind>

  init(_ request: Request) throws {
    let query = request.uri.queryParameters
    func identifier(_ name: String) throws -> EntryID? {
      try query.get(name).map { text in
        guard let id = EntryID(text) else { throw Problem.badQuery(name, "an identifier") }
        return id
      }
    }
    after = try identifier("after")
    before = try identifier("before")
    limit =
      try query.get("limit").map { text in
        guard let limit = Int(text), (1...1_000).contains(limit) else {
          throw Problem.badQuery("limit", "a number from 1 to 1000")
        }
        return limit
      } ?? 100
    kinds = Set(
      try query.getAll("kind").map { text in
        guard let kind = Fact.Kind(rawValue: text) else {
          throw Problem.badQuery("kind", "a kind of fact")
        }
        return kind
      })
  }
}

extension Problem {
  static func badQuery(_ name: String, _ form: String) -> Problem {
    Problem(
      .unprocessableContent, "unreadable", title: "This cannot be read",
      detail: "\(name): write \(form).")
  }
}

extension Visitor {
  /// How the audit trail names what they do with a record.
  var access: Access {
    let purpose =
      if grant?.isEmergency == true { Access.emergency } else {
        patient != nil && patient == actor.patient ? "own record" : "treatment"
      }
    return actor.access(for: purpose)
  }

  /// Whether an entry is meant for their eyes: some notes are for the team or the patient alone.
  func mayRead(_ entry: Entry) -> Bool {
    guard case .note(let note) = entry.fact else { return true }
    let isOwn = entry.patient == actor.patient
    switch note.audience {
    case .everyone: return true
    case .careTeam: return !isOwn
    case .patient: return isOwn
    }
  }
}

extension Response {
  /// An answer for programs that is JSON already.
  static func jsonText(_ text: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
