internal import Accounts
internal import Hummingbird
internal import PatientRecord
internal import Vault

internal import struct Accounts.Session

/// Lets in whom the policy lets in: one read of the session, and one of what the decision needs.
struct AccountsGatekeeper: Gatekeeper {
  let accounts: Accounts

  func admit(
    _ request: Request, to route: Route, _ context: ServerContext
  ) async throws -> Visitor? {
    guard context.isPrivate || (route.permission == .open && route.pace != .signIn) else {
      throw Problem.needsEncryption
    }
    guard let presented = PresentedSession(request, isSecure: context.isSecure) else {
      guard route.permission == .open else { throw Problem.signInFirst }
      return nil
    }
    guard let session = try await session(presented.token) else {
      guard route.permission == .open else { throw Problem.signInFirst }
      return nil
    }
    let patient = try patient(of: route, session.actor, context)
    return Visitor(
      session: session, grant: try await grant(route, session.actor, patient), patient: patient,
      ridesOnCookie: presented.ridesOnCookie)
  }

  /// The session of a token; `nil` when it has ended or never was.
  private func session(_ token: Token) async throws -> Session? {
    do {
      return try await accounts.session(token)
    } catch AccountsError.signedOut {
      return nil
    }
  }

  private func patient(
    of route: Route, _ actor: Actor, _ context: ServerContext
  ) throws -> PatientID? {
    switch route.subject {
    case .nobody, .body: return nil
    case .visitor: return actor.patient
    case .path:
      guard let name = context.parameters.get("patient") else { throw Problem.notFound }
      guard let text = PercentText.decoded(name[...]), !text.isEmpty else { throw Problem.notFound }
      return PatientID(rawValue: text)
    }
  }

  private func grant(_ route: Route, _ actor: Actor, _ patient: PatientID?) async throws -> Grant? {
    if route.permission == .open || Weakness.isOpen(route) { return nil }
    if route.subject == .body {
      // Who could never do it is refused here; whose record it is, is known when the body is read.
      guard actor.stage == .full else { throw Problem(AccountsError.refused(.signInUnfinished)) }
      let roles = Policy.rules(for: route.permission).compactMap(\.role)
      guard roles.contains(where: actor.roles.contains) else { throw Problem.notAllowed }
      return nil
    }
    do {
      return try await accounts.authorize(route.permission, actor: actor, patient: patient)
    } catch let error as AccountsError {
      throw Problem(error)
    }
  }
}

/// The session that a request carries, in one way or the other.
struct PresentedSession {
  let token: Token
  /// Whether it came as a cookie.
  let ridesOnCookie: Bool

  /// Finds a session in a request: `Authorization: Bearer`, or else the cookie.
  ///
  /// - Returns: `nil` when there is none, or what is there has not the form of one.
  init?(_ request: Request, isSecure: Bool) {
    if let authorization = request.headers[.authorization] {
      guard authorization.lowercased().hasPrefix("bearer "),
        let token = Token(String(authorization.dropFirst("bearer ".count)))
      else { return nil }
      self.token = token
      ridesOnCookie = false
      return
    }
    guard let value = request.cookies[SessionCookie.name(isSecure: isSecure)]?.value,
      let token = Token(value)
    else { return nil }
    self.token = token
    ridesOnCookie = true
  }
}
