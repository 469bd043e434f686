internal import Accounts
internal import Archive
internal import Hummingbird
internal import Pages

/// The audit trail, for auditors.
struct TrailRoutes: Sendable {
  let site: Site

  private static let size = 100

  var routes: [Route] {
    [
      .page(WebPath.trail, .readTrail) { request, context in
        let before = PageNumber.before(request)
        let found = try await site.archive.trail(
          by: context.signedIn().actor.access(for: "audit"), before: before, limit: Self.size + 1)
        let total = try await site.archive.latest(nil)?.sequence ?? 0
        let pager = PageNumber.pager(
          WebPath.trail, before: before,
          older: found.count > Self.size ? found[Self.size - 1].sequence : nil)
        return .page(
          TrailPage(
            site.visit(request, context), rows: found.prefix(Self.size).map(row), total: total,
            pager: pager
          ).html)
      }
    ]
  }

  private func row(_ event: AuditEvent) -> TrailPage.Row {
    TrailPage.Row(
      number: event.sequence, when: site.moments.text(event.at), actor: event.access.actor,
      role: event.access.role, action: event.action.rawValue, purpose: event.access.purpose,
      subject: event.patient.map { PathPart.hexadecimal($0.prefix(8)) } ?? "",
      outcome: event.detail)
  }
}
