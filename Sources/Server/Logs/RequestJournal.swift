internal import Hummingbird
internal import Logging

/// Writes down what was asked and how it went: to the log a line, to the metrics a number. Neither
/// holds a path, a query, a body or a name.
struct RequestJournal: Sendable {
  let logger: Logger
  let metrics: Metrics

  /// Writes down an answer.
  func record(
    _ request: Request, _ response: Response, _ context: ServerContext, took: Duration
  ) {
    let method = FrontDoor.known.contains(request.method) ? request.method.rawValue : "other"
    let route = route(of: context)
    let code = "\(response.status.code)"
    metrics.observe(.requestDuration, took, [route, method, code])
    var line: Logger.Metadata = [
      "request": "\(context.requestID)", "method": "\(method)", "route": "\(route)",
      "code": "\(code)", "ms": "\(Int(took / .milliseconds(1)))",
    ]
    if let visitor = context.visitor { line["actor"] = "\(visitor.account)" }
    logger.info("request", metadata: line)
  }

  /// Counts a request that was refused.
  func recordRefusal(_ problem: Problem) { metrics.count(.refused, [problem.kind]) }

  /// Writes down the kind of an unforeseen error. Its words may hold what was asked, so they stay out.
  func recordFault(_ error: any Error, _ context: ServerContext) {
    logger.error(
      "fault",
      metadata: [
        "request": "\(context.requestID)", "route": "\(route(of: context))",
        "kind": "\(type(of: error))",
      ])
  }

  private func route(of context: ServerContext) -> String {
    switch context.endpointPath {
    case nil, "NotFound": "none"
    case let path?: path
    }
  }
}
