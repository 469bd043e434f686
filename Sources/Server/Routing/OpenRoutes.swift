internal import Accounts
internal import Hummingbird

/// What anybody may ask, whatever has failed.
enum OpenRoutes {
  static func routes(help: HelpPage) -> [Route] {
    let page = ByteBuffer(string: help.text)
    return [
      Route(.get, HelpPage.path, .open, pace: .unlimited, delivery: .plain) { _, _ in
        Response(
          status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
          body: ResponseBody(byteBuffer: page))
      },
      Route(.get, "/livez", .open, pace: .unlimited) { _, _ in
        Response(
          status: .ok, headers: [.contentType: "application/json"],
          body: ResponseBody(byteBuffer: ByteBuffer(string: "{\"status\":\"ok\"}")))
      },
    ]
  }
}
