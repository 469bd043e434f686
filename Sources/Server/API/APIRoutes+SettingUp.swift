internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import PatientRecord
internal import Vault

// Making accounts: the first one, and others by invitation.
extension APIRoutes {
  var settingUp: [Route] {
    [
      Route(.post, "/api/set-up", .open, pace: .signIn, bodyLimit: Self.smallBody, handler: setUp),
      Route(
        .post, "/api/acceptances", .open, pace: .signIn, bodyLimit: Self.smallBody,
        handler: accept),
      Route(
        .post, "/api/invitations/patients", .invitePatients, bodyLimit: Self.smallBody,
        handler: invitePatient),
      Route(
        .post, "/api/invitations/staff", .changeRoles, bodyLimit: Self.smallBody,
        handler: inviteStaff),
    ]
  }

  private struct FirstAccount: Decodable {
    let link: String
    let email: String
    let name: String
    let password: String
  }

  private func setUp(_ request: Request, _ context: ServerContext) async throws -> Response {
    let sent: FirstAccount = try await request.value()
    guard let token = Token(sent.link) else { throw AccountsError.deadLink }
    let account = try await installation.accounts.setUp(
      token, Person(email: sent.email, name: sent.name), password: sent.password)
    return .json(.object(["account": .string("\(account)")]), status: .created)
  }

  private struct Acceptance: Decodable {
    let link: String
    let password: String
  }

  private func accept(_ request: Request, _ context: ServerContext) async throws -> Response {
    let sent: Acceptance = try await request.value()
    guard let token = Token(sent.link) else { throw AccountsError.deadLink }
    let account = try await installation.accounts.accept(token, password: sent.password)
    return .json(.object(["account": .string("\(account)")]), status: .created)
  }

  private struct NewPatient: Decodable {
    let email: String
    let name: String
    let patient: String?
  }

  private func invitePatient(
    _ request: Request, _ context: ServerContext
  ) async throws -> Response {
    let sent: NewPatient = try await request.value()
    let letter = try await installation.accounts.invite(
      patient: Person(email: sent.email, name: sent.name),
      patient: sent.patient.map(PatientID.init(rawValue:)), by: context.signedIn().actor)
    return .json(.link(letter.link), status: .created)
  }

  private struct NewStaff: Decodable {
    let email: String
    let name: String
    let role: String
  }

  private func inviteStaff(_ request: Request, _ context: ServerContext) async throws -> Response {
    let sent: NewStaff = try await request.value()
    let letter = try await installation.accounts.invite(
      staff: Person(email: sent.email, name: sent.name), as: Role(named: sent.role),
      by: context.signedIn().actor)
    return .json(.link(letter.link), status: .created)
  }
}

extension Role {
  /// Reads a role.
  init(named name: String) throws(AccountsError) {
    guard let role = Role(rawValue: name) else {
      let names = Role.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalid(field: "role", reason: "choose one of \(names)")
    }
    self = role
  }
}
