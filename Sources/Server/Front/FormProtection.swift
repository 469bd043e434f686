internal import HTTPTypes
internal import Hummingbird

/// Refuses changes that another site makes a person's browser send (cross-site request forgery).
///
/// Two lines of defence: what browsers say about where a request comes from, and a token of the
/// session that a page of this server has to bring back.
struct FormProtection: Sendable {
  /// The header of a script that brings the token back.
  static let header = "X-CSRF-Token"
  /// The field of a form that brings it back.
  static let field = "form-token"

  private static let safe: Set<HTTPRequest.Method> = [.get, .head, .options]

  /// Refuses what comes from another site by the browser's own account.
  ///
  /// - Throws: ``Problem/foreignForm``.
  func checkOrigin(of request: Request, _ context: ServerContext) throws(Problem) {
    guard isChecked(request) else { return }
    if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }) {
      guard site == "same-origin" || site == "none" else { throw .foreignForm }
    }
    if let origin = request.headers[.origin] {
      let scheme = context.isSecure ? "https" : "http"
      guard let authority = request.head.authority,
        origin.lowercased() == "\(scheme)://\(authority)".lowercased()
      else { throw .foreignForm }
    }
  }

  /// Refuses a change in a session that rides on a cookie and does not bring its token back.
  ///
  /// - Throws: ``Problem/foreignForm``.
  func checkToken(of request: Request, _ context: ServerContext) async throws {
    guard isChecked(request), let token = context.visitor?.formToken else { return }
    let header = HTTPField.Name(Self.header).flatMap { request.headers[$0] }
    let brought = if let header { header } else { try await tokenInForm(request) }
    guard let brought, Self.equal(brought, token) else { throw Problem.foreignForm }
  }

  private func isChecked(_ request: Request) -> Bool {
    !Self.safe.contains(request.method) && !Weakness.foreignForms.isThere
  }

  private func tokenInForm(_ request: Request) async throws -> String? {
    guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true
    else { return nil }
    let body = try await request.body.collect(upTo: 1 << 20)
    return FormFields(String(buffer: body))[Self.field]
  }

  /// Compares in a time that does not tell where they differ.
  private static func equal(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
