internal import Accounts
internal import Hummingbird
internal import JSON

/// What anybody may ask, whatever has failed.
struct OpenRoutes: Sendable {
  let help: HelpPage
  let watch: ReadinessWatch
  let version: String

  /// Help, and how the server is.
  var routes: [Route] {
    let page = ByteBuffer(string: help.text)
    return [
      Route(.get, HelpPage.path, .open, pace: .unlimited, delivery: .plain) { _, _ in
        Response(
          status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
          body: ResponseBody(byteBuffer: page))
      },
      Route(.get, "/livez", .open, pace: .unlimited) { _, _ in
        .json(.object(["status": .string("alive"), "version": .string(version)]))
      },
      readiness(at: "/readyz"),
      readiness(at: "/healthz"),
    ]
  }

  private func readiness(at path: String) -> Route {
    Route(.get, path, .open, pace: .unlimited) { _, _ in
      let checks = await watch.checks()
      return .json(
        checks.json(version: version), status: checks.areWell ? .ok : .serviceUnavailable)
    }
  }
}

extension Response {
  /// An answer for programs.
  static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: value.text())))
  }

  /// A page.
  static func page(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
