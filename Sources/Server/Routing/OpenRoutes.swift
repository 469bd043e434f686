internal import Accounts
internal import Hummingbird
internal import JSON
internal import Pages

/// What anybody may ask, whatever has failed.
struct OpenRoutes: Sendable {
  let help: HelpDesk
  let watch: ReadinessWatch
  let version: String

  /// Help with what it looks like, and how the server is.
  var routes: [Route] {
    [
      Route(.get, WebPath.help, .open, pace: .unlimited, delivery: .plain, isQuick: true) { _, _ in
        .page(help.text)
      },
      Route(
        .get, "\(WebPath.help)/{country}", .open, pace: .unlimited, delivery: .plain, isQuick: true
      ) {
        _, context in .page(help.text(for: context.parameters.get("country") ?? ""))
      },
      Route(
        .get, "\(WebPath.assets)/{file}", .open, pace: .unlimited, delivery: .asset, isQuick: true,
        handler: asset),
      Route(.get, WebPath.icon, .open, pace: .unlimited, delivery: .asset, isQuick: true) { _, _ in
        Response(
          status: .ok,
          headers: [.contentType: "image/x-icon", .cacheControl: "public, max-age=86400"],
          body: ResponseBody(byteBuffer: ByteBuffer(bytes: Icon.ico)))
      },
      Route(.get, "/livez", .open, pace: .unlimited, isQuick: true) { _, _ in
        .json(.object(["status": .string("alive"), "version": .string(version)]))
      },
      readiness(at: "/readyz"),
      readiness(at: "/healthz"),
    ]
  }

  /// A page that was opened before an update gets what there is now, to be kept by nobody.
  private func asset(_ request: Request, _ context: ServerContext) async throws -> Response {
    let name = context.parameters.get("file") ?? ""
    guard let asset = Asset.all.first(where: { $0.answers(name) }) else { throw Problem.notFound }
    var response = Response(
      status: .ok, headers: [.contentType: asset.type],
      body: ResponseBody(byteBuffer: ByteBuffer(string: asset.content)))
    if name != asset.name { response.headers[.cacheControl] = "no-store" }
    return response
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
