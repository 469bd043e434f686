internal import HTTPTypes

// The problems that any route can have.
extension Problem {
  static let notFound = Problem(
    .notFound, "not-found", title: "There is no such page",
    detail: "Check the address, or go back to the start page.")

  static let signInFirst = Problem(
    .unauthorized, "sign-in-first", title: "Please sign in",
    detail: "This is only for people who are signed in.")

  static let notAllowed = Problem(
    .forbidden, "not-allowed", title: "This is not open to you",
    detail: "Your account may not do this. Ask whoever runs this system if you think it should.")

  static let foreignForm = Problem(
    .forbidden, "foreign-form", title: "This form has expired",
    detail: "Nothing was changed. Go back, load the page again and send the form once more.")

  static let internalFault = Problem(
    .internalServerError, "internal-fault", title: "Something went wrong here",
    detail:
      "This is our fault, not yours. Try again; if it stays, pass on the number of the request.")

  static let missingHost = Problem(
    .badRequest, "bad-host", title: "The request names no host",
    detail: "Send exactly one Host header.", closesConnection: true)

  static let unknownHost = Problem(
    .misdirectedRequest, "unknown-host", title: "This server goes by another name",
    detail: "Use the address that you were given.", closesConnection: true)

  static let badTarget = Problem(
    .badRequest, "bad-target", title: "The address cannot be read",
    detail: "A request names a path that begins with a slash.", closesConnection: true)

  static let unknownMethod = Problem(
    .notImplemented, "unknown-method", title: "The server does not know this method",
    detail: "Use GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS.", closesConnection: true)

  static let busy = Problem(
    .serviceUnavailable, "busy", title: "Too much at once",
    detail: "The server is busy. Try again in a few seconds.", headers: [.retryAfter: "5"])

  /// The records cannot be opened: `reason` says why, in a sentence for anybody.
  static func outOfOrder(_ reason: String) -> Problem {
    Problem(
      .serviceUnavailable, "out-of-order", title: "The records cannot be opened just now",
      detail: "\(reason) Whoever runs this system finds more in its log.",
      headers: [.retryAfter: "60"])
  }

  /// The path is there, for other methods: those `allowed`, separated by commas.
  static func methodNotAllowed(_ allowed: String) -> Problem {
    Problem(
      .methodNotAllowed, "method-not-allowed", title: "This cannot be done here",
      detail: "The page is there, but not for this kind of request.", headers: [.allow: allowed])
  }

  /// More was sent than `limit`, in bytes.
  static func bodyTooLarge(limit: Int) -> Problem {
    Problem(
      .contentTooLarge, "too-large", title: "Too much at once",
      detail: "Send at most \(limit) bytes in one request.", closesConnection: true)
  }

  /// It may be tried again in some `seconds`.
  static func tooMany(seconds: Int) -> Problem {
    Problem(
      .tooManyRequests, "too-many-requests", title: "Too many requests",
      detail: "Wait \(seconds == 1 ? "a second" : "\(seconds) seconds") and try again.",
      headers: [.retryAfter: "\(seconds)"])
  }
}
