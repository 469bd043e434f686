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
  /// Saves what somebody wrote whose session has ended; `nil` where nobody signs in.
  var unsent: UnsentDesk?

  /// Answers a request, when it may be answered.
  func answer(
    _ request: Request, by route: Route, _ context: ServerContext
  ) async throws -> Response {
    var request = request
    do {
      try await admit(request, to: route, context)
    } catch {
      if let page = await unsent?.page(.signedOut, error, request, route, context) { return page }
      throw await withHelp(error, request, route)
    }
    let size = try await readBody(of: &request, route)
    do {
      try await forms.checkToken(of: request, context)
    } catch {
      if let page = await unsent?.page(.oldForm, error, request, route, context) { return page }
      throw await withHelp(error, request, route)
    }
    var response: Response
    if route.isQuick, size <= Self.small {
      response = try await route.handler(request, context)
    } else {
      let request = request
      response = try await aside { try await route.handler(request, context) }
    }
    response.mark(route.delivery)
    return response
  }

  /// The largest body in bytes that the thread which read it may take up itself.
  private static let small = 16_384

  /// Refuses what needs no body to be refused.
  private func admit(_ request: Request, to route: Route, _ context: ServerContext) async throws {
    if route.pace != .unlimited {
      try hosts.check(request)
      try paces.take(route.pace, for: context.client)
    }
    try checkLength(request, route)
    try forms.checkOrigin(of: request, context)
    // Help and health wait for nobody, not even to learn who asks.
    if route.permission != .open || route.pace != .unlimited {
      context.visitor = try await gatekeeper.admit(request, to: route, context)
    }
  }

  /// The refusal, with help for whoever tells of self-harm.
  private func withHelp(
    _ error: any Error, _ request: Request, _ route: Route
  ) async -> any Error {
    guard let helpFirst = route.helpFirst else { return error }
    return await helpFirst.adding(to: error, after: request)
  }

  private func checkLength(_ request: Request, _ route: Route) throws {
    guard let length = request.headers[.contentLength].flatMap({ Int($0) }) else { return }
    guard length <= route.bodyLimit else { throw Problem.bodyTooLarge(limit: route.bodyLimit) }
  }

  /// Reads the body; how many bytes it has.
  private func readBody(of request: inout Request, _ route: Route) async throws -> Int {
    do {
      return try await request.collectBody(upTo: route.bodyLimit).readableBytes
    } catch is NIOTooManyBytesError {
      throw Problem.bodyTooLarge(limit: route.bodyLimit)
    }
  }
}
