internal import HTTPTypes
internal import Hummingbird

/// All that can be asked of the server. The router is built from it, and so are the tests.
struct RouteTable: Sendable {
  /// The routes in order.
  let routes: [Route]

  /// Checks and keeps routes.
  ///
  /// - Parameter routes: what can be asked.
  /// - Throws: ``RouteTableError`` when two routes are one, or a path has not the form of one.
  init(_ routes: [Route]) throws(RouteTableError) {
    var seen: Set<String> = []
    for route in routes {
      guard route.path.hasPrefix("/"), route.path == "/" || !route.path.hasSuffix("/") else {
        throw .badPath(route.path)
      }
      guard seen.insert("\(route.method) \(Self.shape(of: route.path))").inserted else {
        throw .repeated("\(route.method) \(route.path)")
      }
    }
    self.routes = routes
  }

  /// The path without the names of its parameters: two routes of one shape answer the same requests.
  private static func shape(of path: String) -> String {
    path.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : $0 }.joined(separator: "/")
  }

  /// The router.
  ///
  /// - Parameter guards: what stands before every handler.
  /// - Returns: the router.
  func router(behind guards: RouteGuards) -> RouterResponder<ServerContext> {
    let router = Router(context: ServerContext.self)
    for (path, routes) in Dictionary(grouping: routes, by: { Self.shape(of: $0.path) }) {
      let answers = PathAnswers(routes: routes, guards: guards)
      guard let template = routes.first?.path else { continue }
      _ = path
      for method in PathAnswers.methods {
        router.on(RouterPath(template), method: method) { request, context in
          try await answers.respond(to: request, context)
        }
      }
    }
    return router.buildResponder()
  }
}

/// Why routes make no table.
enum RouteTableError: Error, Hashable {
  /// Two routes answer the same requests.
  case repeated(String)
  /// A path does not begin with a slash, or ends with one.
  case badPath(String)
}

/// What one path answers, whatever the method.
private struct PathAnswers: Sendable {
  let routes: [Route]
  let guards: RouteGuards

  /// The methods that are known at all; others are refused before.
  static let methods: [HTTPRequest.Method] = [
    .get, .head, .post, .put, .patch, .delete, .options,
  ]

  func respond(to request: Request, _ context: ServerContext) async throws -> Response {
    let wanted = request.method == .head ? .get : request.method
    if let route = routes.first(where: { $0.method == request.method || $0.method == wanted }) {
      return try await guards.answer(request, by: route, context)
    }
    if request.method == .options {
      return Response(status: .noContent, headers: [.allow: allowed])
    }
    throw Problem.methodNotAllowed(allowed)
  }

  private var allowed: String {
    var names = Set(routes.map(\.method.rawValue)).union(["OPTIONS"])
    if names.contains("GET") { names.insert("HEAD") }
    return names.sorted().joined(separator: ", ")
  }
}
