internal import Accounts
internal import Hummingbird
internal import Pages

/// Setting up the second step of signing in, its recovery codes, and turning it off.
struct SecondStepRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.ownSecondStep, .finishSignIn) { request, context in
        let factor = try await site.accounts.beginFactor(request.sessionToken(context))
        return .page(try page(request, context, factor, []))
      },
      .form(WebPath.ownSecondStep, .finishSignIn, confirm),
      .form(WebPath.recoveryCodes, .ownAccount) { request, context in
        let codes = try await site.accounts.renewRecoveryCodes(of: context.signedIn().actor)
        return .page(RecoveryCodesPage(site.visit(request, context), codes: codes).html)
      },
      .page(WebPath.withoutSecondStep, .ownAccount) { request, context in
        .page(leaving(request, context, []))
      },
      .form(WebPath.withoutSecondStep, .ownAccount, turnOff),
    ]
  }

  private func confirm(_ request: Request, _ context: ServerContext) async throws -> Response {
    let form = try await request.form()
    let token = try request.sessionToken(context)
    return try await mending {
      guard let factor = try await site.accounts.pendingFactor(token) else {
        throw Problem.notFound
      }
      return try page(request, context, factor, $0)
    } _: {
      let confirmed = try await site.accounts.confirmFactor(
        token, code: form[.code], from: site.address(context))
      // The session goes on under another token, so the page is not of the old one.
      let visit = try await site.visit(of: confirmed.signIn.token)
      return Response.page(RecoveryCodesPage(visit, codes: confirmed.recoveryCodes).html)
        .keeping(confirmed.signIn.token, context)
    }
  }

  private func page(
    _ request: Request, _ context: ServerContext, _ factor: FactorSetUp, _ problems: [FormProblem]
  ) throws -> String {
    SecondStepSetUpPage(
      site.visit(request, context), link: factor.address, secret: factor.secret,
      isRequired: try context.signedIn().actor.roles.isStaff, problems: problems
    ).html
  }

  private func turnOff(_ request: Request, _ context: ServerContext) async throws -> Response {
    let form = try await request.form()
    return try await mending {
      leaving(request, context, $0)
    } _: {
      let actor = try await site.proved(form[.password], request, context)
      try await site.accounts.removeFactor(of: actor)
      return .leading(to: WebPath.account, done: .secondStepOff)
    }
  }

  private func leaving(
    _ request: Request, _ context: ServerContext, _ problems: [FormProblem]
  ) -> String {
    ConfirmPage(
      site.visit(request, context), action: WebPath.withoutSecondStep,
      purpose: "Next, the second step is turned off.", isGrave: true, problems: problems
    ).html
  }
}
