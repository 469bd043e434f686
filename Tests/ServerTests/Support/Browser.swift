import Foundation

@testable import Server

/// Somebody at a browser, as far as forms go: it keeps a session and the hidden fields of the last page.
struct Browser {
  let port: Int
  var session: String?
  private(set) var page = ""
  private(set) var status = 0

  init(_ port: Int, session: String? = nil) {
    self.port = port
    self.session = session
  }

  /// Opens a page.
  mutating func open(_ path: String) async { take(await ask(port, "GET", path, cookie)) }

  /// Sends a form with the hidden fields of the page, unless others are given.
  mutating func send(
    _ path: String, _ fields: [String: String], hidden: [String: String]? = nil
  ) async {
    let all = (hidden ?? self.hidden).merging(fields) { $1 }
    let body = all.map { "\(PathPart.of($0.key))=\(PathPart.of($0.value))" }.joined(separator: "&")
    take(
      await ask(
        port, "POST", path, cookie, "Origin: http://localhost:\(port)",
        "Content-Type: application/x-www-form-urlencoded", body: body))
  }

  /// The hidden fields of the page's first form.
  var hidden: [String: String] { hidden(in: page) }

  /// The hidden fields of a page that was seen before.
  func hidden(in page: String) -> [String: String] {
    let forms = page.matches(of: #/<form class="form"(?s)(.*?)<\/form>/#).map(\.output.1)
    return (forms.first ?? "").matches(of: #/type="hidden" name="([^"]*)" value="([^"]*)"/#)
      .reduce(into: [:]) { $0[String($1.output.1)] = String($1.output.2) }
  }

  private var cookie: String { session.map { "Cookie: sid=\($0)" } ?? "X-Nothing: 0" }

  private mutating func take(_ answer: Answer?) {
    (page, status) = (answer?.text ?? "", answer?.status ?? 0)
    for (name, value) in answer?.headers ?? [] where name == "set-cookie" {
      let token = value.prefix { $0 != ";" }.dropFirst("sid=".count)
      session = token.isEmpty ? nil : String(token)
    }
  }
}
