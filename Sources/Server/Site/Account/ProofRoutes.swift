internal import Accounts
internal import Hummingbird
internal import Pages

/// Entering the password again, and then going on where it was asked for.
struct ProofRoutes: Sendable {
  let site: Site

  private static let path = "\(WebPath.confirmation)/{place}"

  var routes: [Route] {
    [
      .page(Self.path, .ownAccount) { request, context in
        .page(page(request, context, try place(context), []))
      },
      .form(Self.path, .ownAccount) { request, context in
        let form = try await request.form()
        let place = try place(context)
        return try await mending {
          page(request, context, place, $0)
        } _: {
          _ = try await site.proved(form[.password], request, context)
          return .leading(to: place.path)
        }
      },
    ]
  }

  private func place(_ context: ServerContext) throws -> ProofPlace {
    guard let place = context.parameters.get("place").flatMap({ ProofPlace(rawValue: $0) }) else {
      throw Problem.notFound
    }
    return place
  }

  private func page(
    _ request: Request, _ context: ServerContext, _ place: ProofPlace, _ problems: [FormProblem]
  ) -> String {
    ConfirmPage(
      site.visit(request, context), action: place.proof,
      purpose: "This is asked before something important.", problems: problems
    ).html
  }
}

/// Where somebody goes on after they showed that it is they. An address can name these and no other
/// place, so that nobody is led away.
enum ProofPlace: String {
  case account, factor, sharing, admin, people

  /// The place of a path.
  init(asked path: String) {
    self =
      if path.hasPrefix(WebPath.ownSecondStep) {
        .factor
      } else if path.hasPrefix(WebPath.sharing) {
        .sharing
      } else if path.hasPrefix("/admin") {
        .admin
      } else {
        path.hasPrefix(WebPath.people) ? .people : .account
      }
  }

  /// Where to go on.
  var path: String {
    switch self {
    case .account: WebPath.account
    case .factor: WebPath.ownSecondStep
    case .sharing: WebPath.sharing
    case .admin: WebPath.accounts
    case .people: WebPath.people
    }
  }

  /// Where the password is asked for.
  var proof: String { "\(WebPath.confirmation)/\(rawValue)" }
}

extension Site {
  /// Who asks, after they showed by a password or a code that it is they.
  ///
  /// - Throws: ``AccountsError``.
  func proved(
    _ secret: String, _ request: Request, _ context: ServerContext
  ) async throws -> Actor {
    let token = try request.sessionToken(context)
    try await accounts.prove(token, with: secret, from: address(context))
    return try await accounts.session(token).actor
  }
}
