internal import Accounts
internal import Hummingbird

/// The way into a demonstration; there are no such routes anywhere else.
struct DemoRoutes: Sendable {
  let site: Site

  /// Where the links lead; the token follows.
  static let path = "/demo"

  var routes: [Route] {
    guard let demo = site.installation.demo else { return [] }
    return [
      .page("\(Self.path)/{token}", .open) { request, context in
        let signIn = try await demo.enter(
          by: context.token(), site, from: site.address(context), device: DeviceName.of(request))
        return SignInRoutes.welcome(signIn, context)
      }
    ]
  }
}
