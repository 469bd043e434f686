internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import PatientRecord
internal import Time

// Who treats whom, and opening a record in an emergency.
extension APIRoutes {
  var teams: [Route] {
    let team = "/api/patients/{patient}/team"
    return [
      Route(.get, "/api/patients", .listPatients, handler: patients),
      Route(.get, team, .manageCareTeams, of: .path, handler: members),
      Route(
        .put, "\(team)/{account}", .manageCareTeams, of: .path, bodyLimit: Self.smallBody,
        handler: join),
      Route(.delete, "\(team)/{account}", .manageCareTeams, of: .path, handler: leave),
      Route(
        .post, "/api/patients/{patient}/emergency", .breakGlass, of: .path,
        bodyLimit: Self.smallBody, handler: breakGlass),
    ]
  }

  private func patients(_ request: Request, _ context: ServerContext) async throws -> Response {
    let patients = try await installation.accounts.patients(of: context.signedIn().actor)
    return .json(.object(["patients": .array(patients.map { .string($0.rawValue) })]))
  }

  private func members(_ request: Request, _ context: ServerContext) async throws -> Response {
    let team = try await installation.accounts.team(
      of: context.patient(), by: context.signedIn().actor)
    return .json(
      .object([
        "team": .array(
          team.map { member in
            .object([
              "account": .string("\(member.account)"), "name": .optional(member.name),
              "starts": .moment(member.starts), "ends": member.ends.map(JSONValue.moment) ?? .null,
            ])
          })
      ]))
  }

  private struct SentTimes: Decodable {
    let starts: Instant?
    let ends: Instant?
  }

  private func join(_ request: Request, _ context: ServerContext) async throws -> Response {
    let times: SentTimes = try await request.value()
    try await installation.accounts.join(
      context.part("account", as: AccountID.self), team: context.patient(), from: times.starts,
      until: times.ends, by: context.signedIn().actor)
    return Response(status: .noContent)
  }

  private func leave(_ request: Request, _ context: ServerContext) async throws -> Response {
    try await installation.accounts.leave(
      context.part("account", as: AccountID.self), team: context.patient(),
      by: context.signedIn().actor)
    return Response(status: .noContent)
  }

  private struct SentReason: Decodable {
    let reason: String
  }

  private func breakGlass(_ request: Request, _ context: ServerContext) async throws -> Response {
    let sent: SentReason = try await request.value()
    let opened = try await installation.accounts.breakGlass(
      context.patient(), reason: sent.reason, by: context.signedIn().actor)
    return .json(
      .object([
        "emergency": .string(opened.id), "opened": .moment(opened.opened),
        "closes": .moment(opened.closes),
      ]), status: .created)
  }
}

extension ServerContext {
  /// The patient whom the path names and about whom the policy has decided.
  func patient() throws -> PatientID {
    guard let patient = visitor?.patient else { throw Problem.notFound }
    return patient
  }
}
