internal import Accounts
internal import Hummingbird
internal import Pages

/// Reviewing what was opened in emergencies.
struct EmergencyRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.emergencies, .reviewBreakGlass) { request, context in
        let found = try await site.accounts.emergencies(by: context.signedIn().actor)
        // Whoever reviews has been told now.
        for notice in try await site.accounts.pendingNotices() where notice.kind == .breakGlass {
          try await site.accounts.markDelivered(notice)
        }
        return .page(EmergenciesPage(site.visit(request, context), rows: found.map(row)).html)
      },
      .form(WebPath.emergencies, .reviewBreakGlass) { request, context in
        let form = try await request.form()
        try await site.accounts.review(
          emergency: form[.emergency], by: context.signedIn().actor)
        return .leading(to: WebPath.emergencies, done: .reviewed)
      },
    ]
  }

  private func row(_ opening: BreakGlass) -> EmergenciesPage.Row {
    EmergenciesPage.Row(
      id: opening.id, when: site.moments.text(opening.opened),
      who: opening.name ?? "\(opening.account)", record: String(opening.record.prefix(16)),
      reason: opening.reason, reviewed: opening.review.map { site.moments.text($0.at) })
  }
}
