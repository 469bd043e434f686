internal import Accounts
internal import Hummingbird
internal import PatientRecord
internal import Vault

internal import struct Accounts.Session

/// Lets in whom the policy lets in: one read of the session and of what the decision needs.
struct AccountsGatekeeper: Gatekeeper {
  let accounts: Accounts

  func admit(
    _ request: Request, to route: Route, _ context: ServerContext
  ) async throws -> Visitor? {
    guard context.isPrivate || (route.permission == .open && route.pace != .signIn) else {
      throw Problem.needsEncryption
    }
    if let presented = PresentedSession(request, isSecure: context.isSecure),
      let visitor = try await visitor(presented, route, context)
    {
      return visitor
    }
    guard route.permission == .open else { throw Problem.signInFirst }
    return nil
  }

  /// Whose session it is, when they may do what they ask; `nil` when it has ended or never was.
  private func visitor(
    _ presented: PresentedSession, _ route: Route, _ context: ServerContext
  ) async throws -> Visitor? {
    guard isDecided(route), let subject = try? subject(of: route, context) else {
      guard let session = try await session(presented.token) else { return nil }
      let subject = try subject(of: route, context)
      if route.subject == .body { try checkRole(session.actor, route) }
      return Visitor(
        session: session, grant: nil, patient: subject.patient(of: session.actor),
        ridesOnCookie: presented.ridesOnCookie)
    }
    do {
      return try await accounts.admit(presented.token, to: route.permission, of: subject).map {
        Visitor(
          session: $0.session, grant: $0.grant, patient: $0.patient,
          ridesOnCookie: presented.ridesOnCookie)
      }
    } catch let error as AccountsError {
      throw Problem(error)
    }
  }

  /// Whether the policy decides before the handler begins.
  private func isDecided(_ route: Route) -> Bool {
    route.permission != .open && route.subject != .body && !Weakness.isOpen(route)
  }

  /// The session of a token; `nil` when it has ended or never was.
  private func session(_ token: Token) async throws -> Session? {
    do {
      return try await accounts.session(token)
    } catch AccountsError.signedOut {
      return nil
    }
  }

  private func subject(
    of route: Route, _ context: ServerContext
  ) throws(Problem) -> RequestSubject {
    switch route.subject {
    case .nobody, .body: return .nobody
    case .visitor: return .visitor
    case .path:
      guard let name = context.parameters.get("patient") else { throw .notFound }
      guard let text = PercentText.decoded(name[...]), !text.isEmpty else { throw .notFound }
      return .patient(PatientID(rawValue: text))
    }
  }

  /// Who could never do it is refused here; whose record it is, is known when the body is read.
  private func checkRole(_ actor: Actor, _ route: Route) throws(Problem) {
    if route.permission == .open || Weakness.isOpen(route) { return }
    guard actor.stage == .full else { throw Problem(AccountsError.refused(.signInUnfinished)) }
    let roles = Policy.rules(for: route.permission).compactMap(\.role)
    guard roles.contains(where: actor.roles.contains) else { throw .notAllowed }
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
