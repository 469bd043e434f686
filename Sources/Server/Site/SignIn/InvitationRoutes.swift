internal import Accounts
internal import Hummingbird
internal import Pages
internal import Vault

/// Accepting an invitation.
struct InvitationRoutes: Sendable {
  let site: Site

  private static let path = "\(WebPath.invitation)/{token}"

  var routes: [Route] {
    [
      .page(Self.path, .open) { request, context in
        .page(try await page(request, context, []))
      },
      .form(Self.path, .open, pace: .signIn, accept),
    ]
  }

  private func accept(_ request: Request, _ context: ServerContext) async throws -> Response {
    let form = try await request.form()
    return try await mending {
      try await page(request, context, $0)
    } _: {
      let token = try context.token()
      let person = try await site.accounts.invitation(token).person
      let password = try Mistakes.newPassword(in: form)
      _ = try await site.accounts.accept(token, password: password)
      let signIn = try await site.signIn(person.email, password, request, context)
      return SignInRoutes.welcome(signIn, context)
    }
  }

  private func page(
    _ request: Request, _ context: ServerContext, _ problems: [FormProblem]
  ) async throws -> String {
    let token = try context.token()
    let invitation = try await site.accounts.invitation(token)
    return NewAccountPage(
      site.visit(request, context), occasion: .invited(role: invitation.roles.invitedAs),
      action: "\(WebPath.invitation)/\(token.text)", name: invitation.person.name,
      email: invitation.person.email, minimumPassword: PasswordRule.shortest, problems: problems
    ).html
  }
}

extension Set where Element == Role {
  /// As what somebody is invited: `as a clinician`.
  fileprivate var invitedAs: String {
    if contains(.patient) { return "to keep your own record" }
    if contains(.clinician) { return "as a clinician" }
    if contains(.researcher) { return "as a researcher" }
    return contains(.admin) ? "to run the system" : "as an auditor"
  }
}
