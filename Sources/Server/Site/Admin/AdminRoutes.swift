internal import Accounts
internal import Hummingbird
internal import Pages

/// All accounts, for whoever runs the system.
struct AdminRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.accounts, .manageAccounts) { request, context in
        .page(try await site.accountsPage(request, context))
      },
      change(WebPath.accountState) { id, actor in
        let account = try await site.accounts.account(id, by: actor)
        _ = try await site.accounts.set(
          enabled: account.state == .disabled, id, version: account.version, by: actor)
        return .account
      },
      .form(WebPath.resetLinks, .changeRoles, link),
      change(WebPath.removals) { id, actor in
        guard try await site.accounts.account(id, by: actor).state == .invited else {
          throw Mistakes(.other(nil, "This account is in use. Disable it instead."))
        }
        try await site.accounts.delete(id, by: actor)
        return .removed
      },
      change(WebPath.lostSecondSteps) { id, actor in
        do {
          try await site.accounts.removeFactor(of: id, by: actor)
        } catch AccountsError.notFound {
          throw Mistakes(.other(nil, "This account has no second step."))
        }
        return .secondStepTaken
      },
    ]
  }

  /// A button beside an account: what it does, and what is said then.
  private func change(
    _ path: String, _ work: @escaping @Sendable (AccountID, Actor) async throws -> Done
  ) -> Route {
    .form(path, .changeRoles) { request, context in
      let (id, actor) = try await named(request, context)
      return try await mending {
        try await site.accountsPage(request, context, problems: $0)
      } _: {
        .leading(to: WebPath.accounts, done: try await work(id, actor))
      }
    }
  }

  private func named(
    _ request: Request, _ context: ServerContext
  ) async throws -> (AccountID, Actor) {
    guard let id = AccountID(try await request.form()[.account]) else { throw Problem.notFound }
    return (id, try context.signedIn().actor)
  }

  /// A link to choose a new password, or to accept an invitation whose link was lost.
  private func link(_ request: Request, _ context: ServerContext) async throws -> Response {
    let (id, actor) = try await named(request, context)
    let account = try await site.accounts.account(id, by: actor)
    let link = try await site.accounts.offerReset(of: id, by: actor)
    return site.page(
      of: link, for: account.person?.name ?? "",
      account.state == .invited ? .invitation : .newPassword, request, context)
  }
}

extension Site {
  /// The page of all accounts.
  func accountsPage(
    _ request: Request, _ context: ServerContext, _ form: FormFields = FormFields(""),
    problems: [FormProblem] = []
  ) async throws -> String {
    let actor = try context.signedIn().actor
    let accounts = try await accounts.accounts(by: actor)
    return AccountsPage(
      try await writing(request, context),
      rows: accounts.filter { $0.state != .deleted }.map { row($0, for: actor) },
      roles: InvitingRoutes.choices, name: form[.name], email: form[.email], role: form[.role],
      problems: problems
    ).html
  }

  private func row(_ account: Account, for actor: Actor) -> AccountsPage.Row {
    let roles = Role.allCases.filter(account.roles.contains).map(\.rawValue)
    let isOwn = account.id == actor.account
    return AccountsPage.Row(
      id: "\(account.id)", name: account.person?.name ?? "Without a name",
      note: (roles + [account.state.words] + (isOwn ? ["you"] : [])).joined(separator: ", "),
      teamPath: account.roles == [.patient] ? "\(WebPath.teams)/\(account.id)" : nil,
      actions: isOwn ? [] : account.state.actions)
  }
}

extension Account.State {
  fileprivate var words: String {
    switch self {
    case .invited: "invited, not accepted yet"
    case .active: "active"
    case .disabled: "disabled"
    case .deleted: "deleted"
    }
  }

  fileprivate var actions: [AccountsPage.Action] {
    switch self {
    case .invited:
      [
        .init("Make another link", path: WebPath.resetLinks),
        .init("Remove", path: WebPath.removals),
      ]
    case .active:
      [
        .init("Make a link for a new password", path: WebPath.resetLinks),
        .init("Take a lost second step away", path: WebPath.lostSecondSteps),
        .init("Disable", path: WebPath.accountState),
      ]
    case .disabled: [.init("Enable", path: WebPath.accountState)]
    case .deleted: []
    }
  }
}
