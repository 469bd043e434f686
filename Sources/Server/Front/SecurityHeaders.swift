internal import HTTPTypes

/// What every answer tells the browser, whether it is a page, a picture or an error.
enum SecurityHeaders {
  /// What a page may load and where it may send: only from and to this server, nothing inline.
  static let contentSecurityPolicy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:",
    "manifest-src 'self'", "worker-src 'self'", "font-src 'self'", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'",
  ].joined(separator: "; ")

  // No address leaves the site. Not even "no-referrer" would do: under it browsers send forms with
  // "Origin: null", and nobody could tell ours from others.
  private static let always = HTTPFields(
    [
      ("Content-Security-Policy", contentSecurityPolicy),
      ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "same-origin"),
      ("X-Frame-Options", "DENY"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ].compactMap { name, value in
      HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
    })

  /// Adds what is missing.
  ///
  /// - Parameters:
  ///   - fields: the headers of an answer.
  ///   - isSecure: whether the person's connection is encrypted: only then may the browser be told
  ///     to insist on that.
  static func add(to fields: inout HTTPFields, isSecure: Bool) {
    for field in always { fields[field.name] = field.value }
    if fields[.cacheControl] == nil { fields[.cacheControl] = "no-store" }
    if isSecure { fields[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
  }
}
