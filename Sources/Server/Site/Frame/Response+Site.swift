internal import HTTPTypes
internal import Hummingbird
internal import Vault

extension Response {
  /// Leads on to another page of the site, so that going back or reloading sends nothing twice.
  ///
  /// - Parameters:
  ///   - path: the path, one of ours; never anything that a request brought.
  ///   - done: what the page says was done.
  /// - Returns: the answer.
  static func leading(to path: String, done: Done? = nil) -> Response {
    let query = done.map { "?done=\($0.rawValue)" } ?? ""
    return Response(status: .seeOther, headers: [.location: path + query])
  }

  /// A form once more, with what has to be mended.
  static func mending(_ page: String) -> Response { .page(page, status: .unprocessableContent) }

  /// The answer with a session for the browser to keep.
  func keeping(_ token: Token, _ context: ServerContext) -> Response {
    var response = self
    response.headers[values: .setCookie].append(
      SessionCookie.keeping(token, isSecure: context.isSecure))
    return response
  }

  /// The answer that has the browser forget the session and all that it kept of the site.
  func forgetting(_ context: ServerContext) -> Response {
    var response = self
    response.headers[values: .setCookie].append(
      SessionCookie.removing(isSecure: context.isSecure))
    if let name = HTTPField.Name("Clear-Site-Data") {
      response.headers[name] = "\"cache\", \"cookies\", \"storage\""
    }
    return response
  }
}

/// What a page says was done before it was opened; an address can name these and no other words.
enum Done: String {
  case password, passwordSet, secondStepOff, sessionEnded, accountDeleted, account, consent, team,
    note
  case reviewed, registered, secondStepTaken, removed

  /// The sentence.
  var words: String {
    switch self {
    case .password: "Your password is changed."
    case .passwordSet: "Your password is set. Please sign in with it."
    case .secondStepOff: "The second step is off."
    case .sessionEnded: "You are signed out there."
    case .accountDeleted: "Your account is deleted."
    case .account: "The account is changed."
    case .consent: "It is noted and holds from now on."
    case .team: "The care team is changed."
    case .note: "The note is kept."
    case .registered: "Your request is noted. Whoever runs this system will hand you a link."
    case .secondStepTaken: "The second step is gone. Staff set up another at the next sign-in."
    case .removed: "The invitation is removed."
    case .reviewed: "It is noted that you looked at it."
    }
  }
}
