internal import Accounts
internal import Hummingbird

/// Decides who may pass.
protocol Gatekeeper: Sendable {
  /// Finds out who asks and whether they hold the route's permission.
  ///
  /// - Parameters:
  ///   - request: the request; its body has not been read.
  ///   - route: what is asked for.
  ///   - context: what is known about the request.
  /// - Returns: who is signed in; `nil` when nobody is and the route is open.
  /// - Throws: ``Problem`` when they may not.
  func admit(_ request: Request, to route: Route, _ context: ServerContext) async throws -> Visitor?
}

/// Lets everybody through open doors, and nobody through others.
struct OpenDoorsOnly: Gatekeeper {
  func admit(_ request: Request, to route: Route, _ context: ServerContext) throws -> Visitor? {
    guard route.permission == .open else { throw Problem.signInFirst }
    return nil
  }
}
