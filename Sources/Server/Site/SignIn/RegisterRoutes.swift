internal import Accounts
internal import Hummingbird
internal import Pages

/// Asking for an account by oneself; where that is not allowed there is no such page.
struct RegisterRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.register, .open) { request, context in
        guard site.accounts.allowsRegistration else { throw Problem.notFound }
        return .page(PersonPage(site.visit(request, context), occasion: .ownAccount).html)
      },
      .form(WebPath.register, .open, pace: .signIn) { request, context in
        guard site.accounts.allowsRegistration else { throw Problem.notFound }
        let form = try await request.form()
        return try await mending {
          PersonPage(
            site.visit(request, context), occasion: .ownAccount, name: form[.name],
            email: form[.email], problems: $0
          ).html
        } _: {
          // Whoever runs the system makes the link and hands it over.
          try await site.accounts.register(
            Person(email: form[.email], name: form[.name]), from: site.address(context))
          return .leading(to: WebPath.signIn, done: .registered)
        }
      },
    ]
  }
}
