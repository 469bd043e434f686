internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import PatientRecord

// One's own account and sessions.
extension APIRoutes {
  var ownAccount: [Route] {
    [
      Route(.get, "/api/me", .finishSignIn, handler: me),
      Route(.get, "/api/me/account", .ownAccount, handler: account),
      Route(
        .put, "/api/me/account/person", .ownAccount, bodyLimit: Self.smallBody, handler: rename),
      Route(.get, "/api/me/sessions", .ownAccount, handler: sessions),
      Route(.delete, "/api/me/sessions/{session}", .ownAccount, handler: endSession),
    ]
  }

  private func me(_ request: Request, _ context: ServerContext) throws -> Response {
    let visitor = try context.signedIn()
    let (session, actor) = (visitor.session, visitor.actor)
    return .json(
      .object([
        "account": .string(visitor.account), "roles": .roles(actor.roles),
        "stage": .string(actor.stage.rawValue), "patient": .optional(actor.patient?.rawValue),
        "ends": .moment(session.ends), "idleEnds": .moment(session.idleEnds),
        "formToken": .optional(visitor.formToken),
      ]))
  }

  private func account(_ request: Request, _ context: ServerContext) async throws -> Response {
    let actor = try context.signedIn().actor
    return .version(try await installation.accounts.account(actor.account, by: actor))
  }

  private func rename(_ request: Request, _ context: ServerContext) async throws -> Response {
    let actor = try context.signedIn().actor
    return try await rename(actor.account, request, by: actor)
  }

  private func sessions(_ request: Request, _ context: ServerContext) async throws -> Response {
    let sessions = try await installation.accounts.sessions(of: context.signedIn().actor)
    return .json(
      .object([
        "sessions": .array(
          sessions.map { session in
            .object([
              "session": .string("\(session.handle)"), "device": .string(session.device),
              "created": .moment(session.created), "seen": .moment(session.seen),
              "isThisOne": .bool(session.isThisOne),
            ])
          })
      ]))
  }

  private func endSession(_ request: Request, _ context: ServerContext) async throws -> Response {
    try await installation.accounts.endSession(
      context.part("session", as: SessionHandle.self), by: context.signedIn().actor)
    return Response(status: .noContent)
  }
}
