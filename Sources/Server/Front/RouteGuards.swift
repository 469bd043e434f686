internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// What stands before every handler: limits, the origin of the request, permission, the body.
struct RouteGuards: Sendable {
  let gatekeeper: any Gatekeeper
  let paces: PaceKeeper
  let hosts: HostNames
  let forms: FormProtection

  /// Answers a request, when it may be answered.
  func answer(
    _ request: Request, by route: Route, _ context: ServerContext
  ) async throws -> Response {
    if route.pace != .unlimited {
      try hosts.check(request)
      try paces.take(route.pace, for: context.client)
    }
    try checkLength(request, route)
    try forms.checkOrigin(of: request, context)
    var request = request
    // Help and health wait for nobody, not even to learn who asks.
    if route.permission != .open || route.pace != .unlimited {
      context.visitor = try await gatekeeper.admit(request, to: route, context)
    }
    try await readBody(of: &request, route)
    try await forms.checkToken(of: request, context)
    var response = try await route.handler(request, context)
    response.mark(route.delivery)
    return response
  }

  private func checkLength(_ request: Request, _ route: Route) throws {
    guard let length = request.headers[.contentLength].flatMap({ Int($0) }) else { return }
    guard length <= route.bodyLimit else { throw Problem.bodyTooLarge(limit: route.bodyLimit) }
  }

  private func readBody(of request: inout Request, _ route: Route) async throws {
    do {
      _ = try await request.collectBody(upTo: route.bodyLimit)
    } catch is NIOTooManyBytesError {
      throw Problem.bodyTooLarge(limit: route.bodyLimit)
    }
  }
}
