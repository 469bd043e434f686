internal import Accounts
internal import Hummingbird
internal import Pages
internal import PatientRecord

/// One's own account, and where it is signed in.
struct AccountRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.account, .ownAccount) { request, context in
        .page(try await page(request, context))
      },
      .form(WebPath.sessions, .ownAccount) { request, context in
        let form = try await request.form()
        guard let handle = SessionHandle(form[.session]) else { throw Problem.notFound }
        try await site.accounts.endSession(handle, by: context.signedIn().actor)
        return .leading(to: WebPath.account, done: .sessionEnded)
      },
    ]
  }

  private func page(_ request: Request, _ context: ServerContext) async throws -> String {
    let actor = try context.signedIn().actor
    let account = try await site.accounts.account(actor.account, by: actor)
    let codes = try await site.accounts.recoveryCodesLeft(of: actor)
    let sessions = try await site.accounts.sessions(of: actor)
    return AccountPage(
      site.visit(request, context), name: account.person?.name ?? "",
      email: account.person?.email ?? "",
      secondStep: codes.map { .on(codesLeft: $0, mayTurnOff: !actor.roles.isStaff) } ?? .off,
      sessions: sessions.map { session in
        AccountPage.Session(
          id: "\(session.handle)", device: session.device,
          lastUsed: site.moments.text(session.seen), isThis: session.isThisOne)
      }, record: actor.patient?.rawValue
    ).html
  }
}
