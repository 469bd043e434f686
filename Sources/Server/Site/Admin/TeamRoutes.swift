internal import Accounts
internal import Hummingbird
internal import Pages
internal import PatientRecord

/// Who cares for whom.
struct TeamRoutes: Sendable {
  let site: Site

  private static let path = "\(WebPath.teams)/{account}"

  var routes: [Route] {
    [
      .page(Self.path, .manageAccounts) { request, context in
        .page(try await page(request, context))
      },
      .form(Self.path, .manageAccounts) { request, context in
        let actor = try context.signedIn().actor
        let form = try await request.form()
        guard let member = AccountID(form[.account]),
          let answer = FormAnswer(rawValue: form[.answer])
        else { throw Problem.notFound }
        let owner = try owner(context)
        let patient = try await site.accounts.patient(of: owner, by: actor).id
        switch answer {
        case .yes: try await site.accounts.join(member, team: patient, by: actor)
        case .no: try await site.accounts.leave(member, team: patient, by: actor)
        }
        return .leading(to: "\(WebPath.teams)/\(owner)", done: .team)
      },
    ]
  }

  /// The account of the patient whose team it is.
  private func owner(_ context: ServerContext) throws -> AccountID {
    guard let id = context.parameters.get("account").flatMap({ AccountID($0) }) else {
      throw Problem.notFound
    }
    return id
  }

  private func page(_ request: Request, _ context: ServerContext) async throws -> String {
    let actor = try context.signedIn().actor
    let owner = try owner(context)
    let patient = try await site.accounts.patient(of: owner, by: actor)
    let team = try await site.accounts.team(of: patient.id, by: actor)
    let clinicians = try await site.accounts.accounts(by: actor)
      .filter { $0.state == .active && $0.roles.contains(.clinician) }
    let members = clinicians.map { account in
      let membership = team.first { $0.account == account.id }
      return CareTeamPage.Member(
        id: "\(account.id)", name: account.person?.name ?? "Without a name",
        since: membership.map { site.moments.day($0.starts) })
    }
    return CareTeamPage(
      site.visit(request, context), action: "\(WebPath.teams)/\(owner)",
      person: patient.name ?? patient.id.rawValue, members: members
    ).html
  }
}
