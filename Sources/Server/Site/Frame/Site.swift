internal import Accounts
internal import Archive
internal import HTML
internal import Hummingbird
internal import Knowledge
internal import Pages
internal import PatientRecord
internal import Time
internal import Vault

internal import struct Accounts.Session
private import struct Foundation.TimeZone

/// What all pages of the site work on.
struct Site: Sendable {
  let installation: Installation
  /// Where the clocks stand that pages show.
  let zone: Zone
  let desk: ReviewDesk

  init(_ installation: Installation) {
    self.installation = installation
    zone = Zone(TimeZone.current.identifier) ?? .utc
    desk = ReviewDesk(knowledge: installation.knowledge)
  }

  var accounts: Accounts { installation.accounts }
  var archive: Archive { installation.archive }
  var now: Instant { installation.clock.now }
  var moments: Moments { Moments(zone: zone) }

  /// What a page knows about the request it answers.
  func visit(_ request: Request, _ context: ServerContext) -> Visit {
    let notice = request.uri.queryParameters["done"].flatMap { Done(rawValue: String($0)) }
    guard let visitor = context.visitor else {
      return Visit(csrf: "", notice: notice?.words, isDemo: installation.demo != nil)
    }
    let isIn = visitor.actor.stage == .full
    return Visit(
      csrf: visitor.formToken ?? "", isSignedIn: isIn, notice: notice?.words,
      sessionEnd: isIn ? end(of: visitor.session) : nil, isDemo: installation.demo != nil)
  }

  /// What a page knows on which somebody writes in their own words: they outlive the session.
  func writing(_ request: Request, _ context: ServerContext) async throws -> Visit {
    var visit = visit(request, context)
    if let visitor = context.visitor {
      visit.formOwner = try await accounts.formOwner(visitor.actor.account)
    }
    return visit
  }

  /// What a page knows of a session that has just gone a step further.
  func visit(of token: Token) async throws -> Visit {
    let session = try await accounts.session(token)
    let isIn = session.actor.stage == .full
    var visit = Visit(
      csrf: session.form.token, isSignedIn: isIn, sessionEnd: isIn ? end(of: session) : nil,
      isDemo: installation.demo != nil)
    visit.formOwner = try await accounts.formOwner(session.actor.account)
    return visit
  }

  private func end(of session: Session) -> Visit.SessionEnd {
    let end = min(session.idleEnds, session.ends)
    let minutes = Int(clamping: (end.milliseconds - now.milliseconds + 30_000) / 60_000)
    return Visit.SessionEnd(idleMinutes: max(1, minutes), at: moments.clock(end))
  }

  /// Where somebody asks from, as sign-ins are limited.
  func address(_ context: ServerContext) -> String { context.client.text }
}

extension ServerContext {
  /// Who is signed in, on routes that let nobody else in.
  ///
  /// - Throws: ``Problem/signInFirst``.
  func signedIn() throws -> Visitor {
    guard let visitor else { throw Problem.signInFirst }
    return visitor
  }

  /// The one-time token in the path.
  ///
  /// - Throws: a problem when it has not the form of one.
  func token() throws -> Token {
    guard let token = parameters.get("token").flatMap({ Token($0) }) else {
      throw Problem(AccountsError.deadLink)
    }
    return token
  }
}

extension Request {
  /// The session's secret.
  ///
  /// - Throws: ``Problem/signInFirst``.
  func sessionToken(_ context: ServerContext) throws -> Token {
    guard let presented = PresentedSession(self, isSecure: context.isSecure) else {
      throw Problem.signInFirst
    }
    return presented.token
  }

  /// What a form sent.
  func form(upTo limit: Int = Route.formLimit) async throws -> FormFields {
    let body = try await body.collect(upTo: limit)
    return FormFields(String(buffer: body))
  }
}

extension FormFields {
  /// The value of a field; empty when it was not sent.
  subscript(_ field: FormField) -> String { self[field.rawValue] ?? "" }
}

extension Route {
  /// The largest form in bytes.
  static let formLimit = 65_536

  /// A page.
  static func page(
    _ path: String, _ permission: Permission, of subject: Subject = .nobody,
    isQuick: Bool = false, _ handler: @escaping Handler
  ) -> Route { Route(.get, path, permission, of: subject, isQuick: isQuick, handler: handler) }

  /// What the form of a page is sent to.
  static func form(
    _ path: String, _ permission: Permission, of subject: Subject = .nobody,
    pace: Pace = .ordinary, limit: Int = formLimit, _ handler: @escaping Handler
  ) -> Route {
    Route(.post, path, permission, of: subject, pace: pace, bodyLimit: limit, handler: handler)
  }
}
