internal import Accounts
internal import Hummingbird
internal import Pages

/// Signing in: the password, then the code.
struct SignInRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.signIn, .open) { request, context in
        guard context.visitor?.actor.stage != .full else { return .leading(to: WebPath.home) }
        return .page(
          SignInPage(
            site.visit(request, context), canRegister: site.accounts.allowsRegistration
          ).html)
      },
      .form(WebPath.signIn, .open, pace: .signIn, limit: UnsentForm.limit, signIn),
      .page(WebPath.secondStep, .finishSignIn) { request, context in
        guard try context.signedIn().actor.stage == .password else {
          return .leading(to: WebPath.home)
        }
        return .page(SecondStepPage(site.visit(request, context)).html)
      },
      .form(WebPath.secondStep, .finishSignIn, pace: .signIn, limit: UnsentForm.limit, pass),
    ]
  }

  private func signIn(_ request: Request, _ context: ServerContext) async throws -> Response {
    let form = try await request.form(upTo: UnsentForm.limit)
    let visit = site.visit(request, context)
    return try await mending(wrong: .wrongSignIn) {
      SignInPage(
        visit, email: form[.email], problems: $0, canRegister: site.accounts.allowsRegistration,
        unsent: form[.unsent]
      ).html
    } _: {
      let signIn = try await site.signIn(form[.email], form[.password], request, context)
      // Whoever was signed in here before is not any more.
      if context.visitor != nil {
        try await site.accounts.signOut(request.sessionToken(context))
      }
      return try await goOn(signIn, form, context)
    }
  }

  private func pass(_ request: Request, _ context: ServerContext) async throws -> Response {
    let form = try await request.form(upTo: UnsentForm.limit)
    let visit = site.visit(request, context)
    let isRecovery = form[.code].isEmpty && !form[.recoveryCode].isEmpty
    return try await mending {
      let wrong = isRecovery ? $0.map { $0 == .wrongCode ? .wrongRecoveryCode : $0 } : $0
      return SecondStepPage(visit, problems: wrong, unsent: form[.unsent]).html
    } _: {
      let signIn = try await site.accounts.passSecondFactor(
        request.sessionToken(context),
        code: isRecovery ? form[.recoveryCode] : form[.code], from: site.address(context))
      return try await goOn(signIn, form, context)
    }
  }

  /// Leads on, or back to what was written before.
  private func goOn(
    _ signIn: SignIn, _ form: FormFields, _ context: ServerContext
  ) async throws -> Response {
    let page = try await UnsentDesk(site: site).page(for: form[.unsent], after: signIn)
    return page.map { .page($0).keeping(signIn.token, context) }
      ?? SignInRoutes.welcome(signIn, context)
  }

  /// Leads on from a sign-in that went a step further.
  static func welcome(_ signIn: SignIn, _ context: ServerContext) -> Response {
    let path =
      switch signIn.stage {
      case .full: WebPath.home
      case .password: WebPath.secondStep
      case .settingUp: WebPath.ownSecondStep
      }
    return .leading(to: path).keeping(signIn.token, context)
  }
}

extension Site {
  /// Begins a session by a password, on the device that asks.
  func signIn(
    _ email: String, _ password: String, _ request: Request, _ context: ServerContext
  ) async throws -> SignIn {
    try await accounts.signIn(
      Credentials(email: email, password: password, device: DeviceName.of(request)),
      from: address(context))
  }
}
