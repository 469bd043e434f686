internal import HTTPTypes
internal import Hummingbird
internal import Vault

/// The cookie of a session.
enum SessionCookie {
  /// Its name. Over HTTPS the prefix has the browser refuse one that another host or a page in the
  /// clear has set; over plain HTTP, which is for this machine alone, browsers refuse the prefix.
  static func name(isSecure: Bool) -> String { isSecure ? "__Host-sid" : "sid" }

  /// The header that keeps a session in the browser, until the browser or the session ends.
  static func keeping(_ token: Token, isSecure: Bool) -> String {
    "\(name(isSecure: isSecure))=\(token.text); \(attributes(isSecure: isSecure))"
  }

  /// The header that removes it.
  static func removing(isSecure: Bool) -> String {
    "\(name(isSecure: isSecure))=; Max-Age=0; \(attributes(isSecure: isSecure))"
  }

  private static func attributes(isSecure: Bool) -> String {
    "Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")"
  }
}
