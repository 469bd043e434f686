internal import Accounts
internal import Hummingbird
internal import Pages
internal import Vault

/// A forgotten password: whom to ask, and the link that was handed over.
struct ForgottenRoutes: Sendable {
  let site: Site

  private static let path = "\(WebPath.forgotten)/{token}"

  var routes: [Route] {
    [
      .page(WebPath.forgotten, .open) { request, context in
        .page(ForgottenPasswordPage(site.visit(request, context), sendsMail: false).html)
      },
      .page(Self.path, .open) { request, context in
        try await site.accounts.checkReset(context.token())
        return .page(try page(request, context, []))
      },
      .form(Self.path, .open, pace: .signIn) { request, context in
        let form = try await request.form()
        return try await mending {
          try page(request, context, $0)
        } _: {
          try await site.accounts.reset(
            context.token(), password: Mistakes.newPassword(in: form),
            from: site.address(context))
          return Response.leading(to: WebPath.signIn, done: .passwordSet).forgetting(context)
        }
      },
    ]
  }

  private func page(
    _ request: Request, _ context: ServerContext, _ problems: [FormProblem]
  ) throws -> String {
    NewPasswordPage(
      site.visit(request, context),
      action: "\(WebPath.forgotten)/\(try context.token().text)",
      minimumPassword: PasswordRule.shortest, problems: problems
    ).html
  }
}
