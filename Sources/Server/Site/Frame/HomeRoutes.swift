internal import Accounts
internal import Hummingbird
internal import Pages
internal import Time

/// Home, and the way there for whoever has not finished signing in.
struct HomeRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.home, .open) { request, context in
        guard let visitor = context.visitor else { return .leading(to: WebPath.signIn) }
        switch visitor.actor.stage {
        case .password: return .leading(to: WebPath.secondStep)
        case .settingUp: return .leading(to: WebPath.ownSecondStep)
        case .full: return .page(try await home(request, context, visitor))
        }
      }
    ]
  }

  private func home(
    _ request: Request, _ context: ServerContext, _ visitor: Visitor
  ) async throws -> String {
    let actor = visitor.actor
    let account = try await site.accounts.account(actor.account, by: actor)
    return HomePage(
      site.visit(request, context), name: account.person?.name ?? "",
      places: try await places(of: actor), told: try await news(for: actor)
    ).html
  }

  private func places(of actor: Actor) async throws -> [HomePage.Place] {
    var places: [HomePage.Place] = []
    if actor.roles.contains(.patient) {
      places += [.ownRecord(path: WebPath.record), .accesses, .sharing]
    }
    if actor.roles.contains(.clinician) {
      places += [.people(count: try await site.accounts.patients(of: actor).count), .specialAccess]
    }
    if actor.roles.contains(.admin) { places.append(.accounts) }
    if actor.roles.contains(.auditor) {
      let open = try await site.accounts.unreviewedEmergencies(by: actor)
      places += [.emergencies(open: open), .trail]
    }
    return places + [.account]
  }

  /// That somebody opened the record in an emergency within a month.
  private func news(for actor: Actor) async throws -> [String] {
    try await site.accounts.openings(of: actor)
      .filter { site.now.days(since: $0.at) < 30 }
      .prefix(3)
      .map { opening in
        let why = opening.reason.map { " Why: \($0)" } ?? ""
        return "\(opening.name ?? "Somebody") opened your record in an emergency on "
          + "\(site.moments.text(opening.at)).\(why)"
      }
  }
}
