/// What people may ask in a browser.
struct SiteRoutes: Sendable {
  let site: Site

  init(_ installation: Installation) { site = Site(installation) }

  /// The routes.
  var routes: [Route] {
    HomeRoutes(site: site).routes + SignInRoutes(site: site).routes
      + LeavingRoutes(site: site).routes + FirstAccountRoutes(site: site).routes
      + InvitationRoutes(site: site).routes + ForgottenRoutes(site: site).routes
      + AccountRoutes(site: site).routes + OwnPasswordRoutes(site: site).routes
      + SecondStepRoutes(site: site).routes + ProofRoutes(site: site).routes
      + DeletionRoutes(site: site).routes + RecordRoutes(site: site).routes
      + AccessRoutes(site: site).routes + SharingRoutes(site: site).routes
      + PeopleRoutes(site: site).routes + SpecialAccessRoutes(site: site).routes
      + AdminRoutes(site: site).routes + InvitingRoutes(site: site).routes
      + TeamRoutes(site: site).routes + TrailRoutes(site: site).routes
      + RegisterRoutes(site: site).routes + NewPatientRoutes(site: site).routes
      + OwnNoteRoutes(site: site).routes + EmergencyRoutes(site: site).routes
      + DemoRoutes(site: site).routes
  }
}
