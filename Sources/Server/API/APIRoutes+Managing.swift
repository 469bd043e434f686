internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import JSON

// Accounts, for whoever runs the system. Whoever changes one says which version they saw.
extension APIRoutes {
  var managing: [Route] {
    let small = Self.smallBody
    return [
      Route(.get, "/api/accounts", .manageAccounts, handler: accounts),
      Route(.get, "/api/accounts/{account}", .manageAccounts, handler: oneAccount),
      Route(
        .put, "/api/accounts/{account}/person", .manageAccounts, bodyLimit: small,
        handler: renameOther),
      Route(
        .put, "/api/accounts/{account}/role", .changeRoles, bodyLimit: small, handler: changeRole),
      Route(
        .put, "/api/accounts/{account}/enabled", .changeRoles, bodyLimit: small,
        handler: changeEnabled),
      Route(.delete, "/api/accounts/{account}", .changeRoles, handler: deleteAccount),
      Route(.delete, "/api/accounts/{account}/factor", .changeRoles, handler: removeFactor),
    ]
  }

  private func accounts(_ request: Request, _ context: ServerContext) async throws -> Response {
    let accounts = try await installation.accounts.accounts(by: context.signedIn().actor)
    return .json(.object(["accounts": .array(accounts.map(JSONValue.account))]))
  }

  private func oneAccount(_ request: Request, _ context: ServerContext) async throws -> Response {
    .version(
      try await installation.accounts.account(
        context.part("account", as: AccountID.self), by: context.signedIn().actor))
  }

  private struct SentPerson: Decodable {
    let email: String
    let name: String
  }

  /// Changes name and e-mail of an account.
  func rename(
    _ account: AccountID, _ request: Request, by actor: Actor
  ) async throws -> Response {
    let version = try request.version()
    let sent: SentPerson = try await request.value()
    return try await changing {
      try await installation.accounts.change(
        account, version: version, to: Person(email: sent.email, name: sent.name), by: actor)
    }
  }

  private func renameOther(_ request: Request, _ context: ServerContext) async throws -> Response {
    try await rename(
      context.part("account", as: AccountID.self), request, by: context.signedIn().actor)
  }

  private struct SentRole: Decodable {
    let role: String
  }

  private func changeRole(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (version, actor) = (try request.version(), try context.signedIn().actor)
    let sent: SentRole = try await request.value()
    return try await changing {
      try await installation.accounts.change(
        context.part("account", as: AccountID.self), version: version, to: Role(named: sent.role),
        by: actor)
    }
  }

  private struct SentEnabled: Decodable {
    let enabled: Bool
  }

  private func changeEnabled(
    _ request: Request, _ context: ServerContext
  ) async throws -> Response {
    let (version, actor) = (try request.version(), try context.signedIn().actor)
    let sent: SentEnabled = try await request.value()
    return try await changing {
      try await installation.accounts.set(
        enabled: sent.enabled, context.part("account", as: AccountID.self), version: version,
        by: actor)
    }
  }

  private func deleteAccount(
    _ request: Request, _ context: ServerContext
  ) async throws -> Response {
    try await installation.accounts.delete(
      context.part("account", as: AccountID.self), by: context.signedIn().actor)
    return Response(status: .noContent)
  }

  private func removeFactor(
    _ request: Request, _ context: ServerContext
  ) async throws -> Response {
    try await installation.accounts.removeFactor(
      of: context.part("account", as: AccountID.self), by: context.signedIn().actor)
    return Response(status: .noContent)
  }

  private func changing(_ change: () async throws -> Account) async throws -> Response {
    do {
      return .version(try await change())
    } catch AccountsError.changedMeanwhile(let version) {
      throw Problem.changedMeanwhile(version: version)
    }
  }
}
