internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Vault

// Signing in and out: the token that comes back is sent as `Authorization: Bearer`.
extension APIRoutes {
  var signingIn: [Route] {
    [
      Route(
        .post, "/api/session", .open, pace: .signIn, bodyLimit: Self.smallBody, handler: signIn),
      Route(.delete, "/api/session", .finishSignIn, handler: signOut),
      Route(
        .post, "/api/session/code", .finishSignIn, pace: .signIn, bodyLimit: Self.smallBody,
        handler: passCode),
      Route(
        .post, "/api/session/proof", .ownAccount, pace: .signIn, bodyLimit: Self.smallBody,
        handler: prove),
      Route(.post, "/api/factor", .finishSignIn, pace: .signIn, handler: beginFactor),
      Route(
        .post, "/api/factor/code", .finishSignIn, pace: .signIn, bodyLimit: Self.smallBody,
        handler: confirmFactor),
    ]
  }

  private struct SentCredentials: Decodable {
    let email: String
    let password: String
    let code: String?
    let device: String?
  }

  private func signIn(_ request: Request, _ context: ServerContext) async throws -> Response {
    let sent: SentCredentials = try await request.value()
    let credentials = Credentials(
      email: sent.email, password: sent.password, code: sent.code, device: sent.device ?? "")
    let signIn = try await installation.accounts.signIn(credentials, from: context.client.text)
    return .json(.signIn(signIn), status: .created)
  }

  private func signOut(_ request: Request, _ context: ServerContext) async throws -> Response {
    try await installation.accounts.signOut(context.token(of: request))
    return Response(status: .noContent)
  }

  private struct SentCode: Decodable {
    let code: String
  }

  private func passCode(_ request: Request, _ context: ServerContext) async throws -> Response {
    let sent: SentCode = try await request.value()
    let signIn = try await installation.accounts.passSecondFactor(
      context.token(of: request), code: sent.code, from: context.client.text)
    return .json(.signIn(signIn), status: .created)
  }

  private struct SentProof: Decodable {
    let secret: String
  }

  private func prove(_ request: Request, _ context: ServerContext) async throws -> Response {
    let sent: SentProof = try await request.value()
    try await installation.accounts.prove(
      context.token(of: request), with: sent.secret, from: context.client.text)
    return Response(status: .noContent)
  }

  private func beginFactor(_ request: Request, _ context: ServerContext) async throws -> Response {
    let factor = try await installation.accounts.beginFactor(context.token(of: request))
    return .json(
      .object(["secret": .string(factor.secret), "address": .string(factor.address)]),
      status: .created)
  }

  private func confirmFactor(
    _ request: Request, _ context: ServerContext
  ) async throws -> Response {
    let sent: SentCode = try await request.value()
    let confirmed = try await installation.accounts.confirmFactor(
      context.token(of: request), code: sent.code, from: context.client.text)
    return .json(
      .object([
        "token": .string(confirmed.signIn.token.text),
        "stage": .string(confirmed.signIn.stage.rawValue),
        "account": .string("\(confirmed.signIn.account)"),
        "recoveryCodes": .array(confirmed.recoveryCodes.map(JSONValue.string)),
      ]), status: .created)
  }
}
