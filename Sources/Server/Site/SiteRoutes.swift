/// What people may ask in a browser.
struct SiteRoutes: Sendable {
  let installation: Installation

  init(_ installation: Installation) { self.installation = installation }

  /// The routes.
  var routes: [Route] { [] }
}
