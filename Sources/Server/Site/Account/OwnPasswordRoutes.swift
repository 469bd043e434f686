internal import Accounts
internal import Hummingbird
internal import Pages

/// Changing one's own password.
struct OwnPasswordRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.ownPassword, .ownAccount) { request, context in
        .page(page(request, context, []))
      },
      .form(WebPath.ownPassword, .ownAccount) { request, context in
        let form = try await request.form()
        return try await mending {
          page(request, context, $0)
        } _: {
          try await site.accounts.changePassword(
            from: form[.password], to: Mistakes.newPassword(in: form),
            by: context.signedIn().actor, address: site.address(context))
          return .leading(to: WebPath.account, done: .password)
        }
      },
    ]
  }

  private func page(
    _ request: Request, _ context: ServerContext, _ problems: [FormProblem]
  ) -> String {
    ChangePasswordPage(
      site.visit(request, context), minimumPassword: PasswordRule.shortest, problems: problems
    ).html
  }
}
