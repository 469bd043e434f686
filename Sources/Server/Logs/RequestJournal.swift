internal import Hummingbird
internal import Logging

/// Writes down what was asked and how it went: to the log a line, to the metrics a number. Neither
/// holds a path, a query, a body or a name.
struct RequestJournal: Sendable {
  let logger: Logger

  /// Writes down an answer.
  func record(
    _ request: Request, _ response: Response, _ context: ServerContext, took: Duration
  ) {
    logger.info(
      "request",
      metadata: [
        "request": "\(context.requestID)", "method": "\(request.method)",
        "route": "\(context.endpointPath ?? "none")", "code": "\(response.status.code)",
        "ms": "\(Self.milliseconds(took))",
      ])
  }

  /// Writes down the kind of an unforeseen error. Its words may hold what was asked, so they stay out.
  func recordFault(_ error: any Error, _ context: ServerContext) {
    logger.error(
      "fault",
      metadata: [
        "request": "\(context.requestID)", "route": "\(context.endpointPath ?? "none")",
        "kind": "\(type(of: error))",
      ])
  }

  private static func milliseconds(_ duration: Duration) -> Int {
    Int(clamping: duration.components.seconds * 1_000)
      + Int(duration.components.attoseconds / 1_000_000_000_000_000)
  }
}
