internal import Accounts
internal import Hummingbird
internal import Pages
internal import Vault

/// The first account of a new system, by the link that was printed where it was started.
struct FirstAccountRoutes: Sendable {
  let site: Site

  private static let path = "\(WebPath.setUp)/{token}"

  var routes: [Route] {
    [
      .page(Self.path, .open) { request, context in
        try await site.accounts.checkSetUp(context.token())
        return .page(try page(request, context, FormFields(""), []))
      },
      .form(Self.path, .open, pace: .signIn, make),
    ]
  }

  private func make(_ request: Request, _ context: ServerContext) async throws -> Response {
    let form = try await request.form()
    return try await mending {
      try page(request, context, form, $0)
    } _: {
      let person = try Person(email: form[.email], name: form[.name])
      guard let use = NewAccountPage.Use(rawValue: form[.role]) else { throw Mistakes(.role) }
      let password = try Mistakes.newPassword(in: form)
      _ = try await site.accounts.setUp(
        context.token(), person, password: password, isSolo: use == .solo)
      let signIn = try await site.signIn(person.email, password, request, context)
      return SignInRoutes.welcome(signIn, context)
    }
  }

  private func page(
    _ request: Request, _ context: ServerContext, _ form: FormFields, _ problems: [FormProblem]
  ) throws -> String {
    NewAccountPage(
      site.visit(request, context), occasion: .first,
      action: "\(WebPath.setUp)/\(try context.token().text)", name: form[.name],
      email: form[.email], minimumPassword: PasswordRule.shortest,
      use: NewAccountPage.Use(rawValue: form[.role]), problems: problems
    ).html
  }
}
