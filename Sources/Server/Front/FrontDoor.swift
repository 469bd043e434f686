internal import Accounts
internal import Archive
internal import HTTPTypes
internal import Hummingbird
internal import NIOHTTP1

/// Where every request comes in and every answer goes out.
struct FrontDoor: HTTPResponder {
  typealias Context = ServerContext

  let router: RouterResponder<ServerContext>
  let proxies: TrustedProxies
  /// Whether this server encrypts by itself.
  let hasTLS: Bool
  let problemPage: ProblemPage
  /// What is said of paths that there are none of.
  let elsewhere: Problem
  /// Where requests are written down; `nil` for nowhere.
  let journal: RequestJournal?

  func respond(to request: Request, context: ServerContext) async throws -> Response {
    let start = ContinuousClock.now
    let context = introduced(request, context)
    var response: Response
    do {
      response = try await answer(request, context)
    } catch let error as HTTPParserError {
      // What was sent is no HTTP: the connection answers 400 and ends.
      throw error
    } catch {
      var problem = Problem(error)
      journal?.recordRefusal(problem)
      if problem == .internalFault { journal?.recordFault(error, context) }
      problem.wasForm = request.method == .post
      let detour = context.speaksJSON ? nil : problem.detour(from: request)
      response = detour ?? problem.response(in: context, page: problemPage)
    }
    response = await Packing.packed(response, for: request)
    if request.method == .head { response = response.createHeadResponse() }
    SecurityHeaders.add(to: &response.headers, isSecure: context.isSecure)
    if let name = HTTPField.Name("X-Request-ID") { response.headers[name] = context.requestID }
    journal?.record(request, response, context, took: start.duration(to: .now))
    return response
  }

  /// The context with what the connection and trusted proxies tell.
  private func introduced(_ request: Request, _ context: ServerContext) -> ServerContext {
    var context = context
    let peer = ClientAddress(context.peer)
    context.client = proxies.client(behind: peer, request.headers)
    context.isSecure = hasTLS || proxies.isSecure(behind: peer, request.headers)
    context.speaksJSON =
      request.uri.path.hasPrefix("/api/")
      || request.headers[.accept]?.contains("application/json") == true
    return context
  }

  private func answer(_ request: Request, _ context: ServerContext) async throws -> Response {
    try HostNames.checkForm(of: request)
    guard Self.known.contains(request.method) else { throw Problem.unknownMethod }
    if request.head.path == "*" {
      guard request.method == .options else { throw Problem.badTarget }
      return Response(status: .noContent)
    }
    let response = try await router.respond(to: request, context: context)
    // The router says so in its own way, which has no page.
    if context.endpointPath == "NotFound" { throw elsewhere }
    return response
  }

  /// The methods that are known at all.
  static let known: Set<HTTPRequest.Method> = [
    .get, .head, .post, .put, .patch, .delete, .options,
  ]
}

extension Problem {
  /// What is said of an error: never its own words, unless it is a problem already.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let error as AccountsError: self = Problem(error)
    case let error as ArchiveError: self = Problem(error)
    case let error as any HTTPResponseError where error.status == .contentTooLarge:
      self = .bodyTooLarge(limit: 0)
    default: self = .internalFault
    }
  }
}
