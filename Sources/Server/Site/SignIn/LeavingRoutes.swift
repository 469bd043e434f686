internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import Pages

/// Signing out, leaving quickly, and staying.
struct LeavingRoutes: Sendable {
  let site: Site

  /// Where “Leave quickly” leads: a page that says nothing about whoever opens it.
  static let elsewhere = "https://www.wikipedia.org/"

  var routes: [Route] {
    [
      .form(WebPath.signOut, .open) { request, context in
        try await signOut(request, context)
        return Response.leading(to: WebPath.signIn).forgetting(context)
      },
      // Whoever has to leave is not held up by a limit.
      Route(.get, WebPath.leave, .open, pace: .unlimited) { request, context in
        // The way out is open even when the session cannot be ended in the store.
        try? await signOut(request, context)
        return Response(status: .seeOther, headers: [.location: LeavingRoutes.elsewhere])
          .forgetting(context)
      },
      .page(WebPath.stay, .ownAccount) { request, context in
        .page(StayPage(site.visit(request, context)).html)
      },
    ]
  }

  private func signOut(_ request: Request, _ context: ServerContext) async throws {
    guard let session = PresentedSession(request, isSecure: context.isSecure) else { return }
    try await site.accounts.signOut(session.token)
  }
}
