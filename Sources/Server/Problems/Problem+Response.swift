internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Pages

/// Makes the page that a person sees in place of what they asked for.
typealias ProblemPage = @Sendable (_ problem: Problem, _ requestID: String) -> HTML

extension Problem {
  /// The problem as an answer: RFC 9457 for programs, a page for people.
  ///
  /// - Parameters:
  ///   - context: who asked, and how.
  ///   - page: makes the page.
  /// - Returns: the answer.
  func response(in context: ServerContext, page: ProblemPage) -> Response {
    var fields = headers
    let text: String
    if context.speaksJSON {
      fields[.contentType] = "application/problem+json"
      text = json(requestID: context.requestID).text()
    } else {
      fields[.contentType] = "text/html; charset=utf-8"
      text = page(self, context.requestID).text
    }
    if closesConnection { fields[.connection] = "close" }
    return Response(
      status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private func json(requestID: String) -> JSONValue {
    var object = JSONObject()
    object["help"] = help
    for (name, value) in members(requestID: requestID) { object[name] = value }
    return .object(object)
  }

  private func members(requestID: String) -> KeyValuePairs<String, JSONValue> {
    [
      "type": .string("urn:anamnesis:problem:\(kind)"), "title": .string(title),
      "status": .number(status.code), "detail": .string(detail),
      "instance": .string("urn:anamnesis:request:\(requestID)"),
      "helpPage": .string(WebPath.help),
    ]
  }

  /// A page without a style sheet, for when there is nothing better.
  static let plainPage: ProblemPage = { problem, requestID in
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(problem.title)</title>
    </head>
    <body>
    <main>
    <h1>\(problem.title)</h1>
    <p>\(problem.detail)</p>
    <p>Not safe, or thinking of death? <a href="/help">Help is here, at once.</a></p>
    <p><small>Request \(requestID)</small></p>
    </main>
    </body>
    </html>

    """
  }
}
