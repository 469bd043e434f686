/// What programs may ask.
struct APIRoutes: Sendable {
  let installation: Installation

  init(_ installation: Installation) { self.installation = installation }

  /// The routes.
  var routes: [Route] { [] }
}
