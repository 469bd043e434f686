internal import Accounts
internal import Archive
internal import Hummingbird
internal import Pages

/// Who looked at one's own record.
struct AccessRoutes: Sendable {
  let site: Site

  /// Lines on a page.
  static let size = 50

  var routes: [Route] {
    [
      .page(WebPath.accesses, .seeAccesses, of: .visitor, isQuick: true) { request, context in
        let visitor = try context.signedIn()
        guard let patient = visitor.patient else { throw Problem.notFound }
        let before = PageNumber.before(request)
        // One more than is shown tells whether there are older ones.
        let found = try await site.accounts.accesses(
          of: patient, by: visitor.actor, before: before, limit: Self.size + 1)
        let openings = try await site.accounts.openings(of: visitor.actor)
        let pager = PageNumber.pager(
          WebPath.accesses, before: before,
          older: found.count > Self.size ? found[Self.size - 1].number : nil)
        return .page(
          AccessesPage(
            site.visit(request, context),
            rows: found.prefix(Self.size).map { row($0, openings) }, pager: pager
          ).html)
      }
    ]
  }

  /// The line of an opening in an emergency tells its reason: both have one moment.
  private func row(_ access: RecordAccess, _ openings: [Opening]) -> AccessesPage.Row {
    let opening = openings.first { access.action == .breakGlass && $0.at == access.at }
    let why = opening?.reason ?? Self.purposes[access.purpose] ?? ""
    let who = access.isOwn ? "You" : access.name ?? Self.nameless[access.role] ?? "Somebody"
    let role = access.isOwn || access.name == nil ? "" : ", \(access.role)"
    return AccessesPage.Row(
      when: site.moments.text(access.at), who: who + role, what: Self.deeds[access.action] ?? "",
      why: access.isOwn ? "" : why,
      isEmergency: access.action == .breakGlass || access.purpose == Access.emergency)
  }

  private static let nameless = [
    "operator": "Somebody at the machine itself", "none": "Somebody who was not signed in",
  ]

  private static let purposes = [
    "treatment": "treatment", Access.emergency: "an emergency", "account": "the account",
    "psychotherapy": "treatment",
    "review": "a review", "export": "a copy", "consent": "what you agreed to",
  ]

  private static let deeds: [AuditEvent.Action: String] = [
    .append: "entered something", .read: "read the record", .list: "saw the list of patients",
    .erase: "erased the record", .rotate: "renewed the keys", .enrol: "made the record",
    .setUp: "set up the system", .invite: "made an invitation", .register: "asked for an account",
    .accept: "accepted the invitation", .signIn: "signed in",
    .refuseSignIn: "tried to sign in and was refused", .signOut: "signed out",
    .prove: "entered the password again", .changePassword: "changed the password",
    .offerReset: "made or asked for a link for a new password",
    .resetPassword: "set a new password by a link", .setFactor: "set up the second step",
    .removeFactor: "took the second step away", .recover: "used a recovery code",
    .changeAccount: "changed the account", .disableAccount: "disabled the account",
    .enableAccount: "enabled the account again", .deleteAccount: "deleted the account",
    .joinTeam: "changed the care team: somebody came in",
    .leaveTeam: "changed the care team: somebody left", .giveConsent: "agreed to something",
    .withdrawConsent: "withdrew a consent", .breakGlass: "opened the record in an emergency",
    .reviewBreakGlass: "reviewed the opening in an emergency",
    .writeTherapyNote: "wrote a note for themselves about a conversation",
    .readTherapyNotes: "looked at their own notes about conversations",
    .refuse: "was refused something", .trail: "looked at this list",
  ]
}

/// Where a page of a long list begins.
enum PageNumber {
  private static let name = "before"

  /// The number in front of which a page begins; `nil` for the newest.
  static func before(_ request: Request) -> Int64? {
    request.uri.queryParameters[Substring(name)].flatMap { Int64($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// The ways to the other pages.
  static func pager(_ path: String, before: Int64?, older: Int64?) -> Pager {
    Pager(
      newer: before == nil ? nil : path, older: older.map { "\(path)?\(name)=\($0)" })
  }
}
