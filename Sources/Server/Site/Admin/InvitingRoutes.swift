internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import Pages
internal import Vault

/// Inviting somebody; the link is shown once.
struct InvitingRoutes: Sendable {
  let site: Site

  /// What somebody can be invited for.
  static let choices = Role.allCases.map { role in
    let words =
      switch role {
      case .patient: "Patient: keeps their own record"
      case .clinician: "Clinician: treats, and reads the records of their patients"
      case .researcher: "Researcher: sees figures without names"
      case .admin: "Admin: runs the system, sees no record"
      case .auditor: "Auditor: reads the audit trail"
      }
    return Choice(id: role.rawValue, words: words)
  }

  var routes: [Route] {
    [
      // After a reload of the page that says what is to be mended.
      .page(WebPath.invitations, .manageAccounts) { _, _ in .leading(to: WebPath.accounts) },
      .form(WebPath.invitations, .manageAccounts) { request, context in
        let form = try await request.form()
        return try await mending {
          try await site.accountsPage(request, context, form, problems: $0)
        } _: {
          try await invite(form, request, context)
        }
      },
    ]
  }

  private func invite(
    _ form: FormFields, _ request: Request, _ context: ServerContext
  ) async throws -> Response {
    let actor = try context.signedIn().actor
    let person = try Person(email: form[.email], name: form[.name])
    guard let role = Role(rawValue: form[.role]) else { throw Mistakes(.role) }
    let letter =
      try await role == .patient
      ? site.accounts.invite(patient: person, by: actor)
      : site.accounts.invite(staff: person, as: role, by: actor)
    return site.page(of: letter.link, for: person.name, .invitation, request, context)
  }
}

extension Site {
  /// The page that shows a one-time link to whoever made it, with the whole address by which they
  /// reach this server.
  func page(
    of link: Link, for name: String, _ purpose: OneTimeLinkPage.Purpose, _ request: Request,
    _ context: ServerContext, back: OneTimeLinkPage.Back = .accounts
  ) -> Response {
    let path = purpose == .invitation ? WebPath.invitation : WebPath.forgotten
    let host = "\(context.isSecure ? "https" : "http")://\(request.head.authority ?? "localhost")"
    return .page(
      OneTimeLinkPage(
        visit(request, context), purpose: purpose, name: name,
        link: "\(host)\(path)/\(link.token.text)", ends: moments.text(link.expires), back: back
      ).html)
  }
}
