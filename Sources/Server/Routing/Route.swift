internal import Accounts
internal import HTTPTypes
internal import Hummingbird

/// One thing that can be asked of the server. It cannot be written without saying who may ask.
struct Route: Sendable {
  /// Answers a request that was let in; its body is whole and within the limit.
  typealias Handler = @Sendable (Request, ServerContext) async throws -> Response

  /// GET, POST and so on. HEAD is answered wherever GET is, and OPTIONS everywhere.
  let method: HTTPRequest.Method
  /// The path, with parameters in braces: `/api/patients/{patient}/entries`.
  let path: String
  /// What whoever asks must be allowed to do.
  let permission: Permission
  /// Whose record it is about.
  let subject: Subject
  /// How often one address may ask.
  let pace: Pace
  /// The largest body in bytes; 0 where none is expected.
  let bodyLimit: Int
  /// How the answer may be kept and packed.
  let delivery: Delivery
  /// Whether what is small is answered within a millisecond of computing: then the thread that read
  /// the request answers it. Others are answered by the threads that all share.
  let isQuick: Bool
  /// Finds out whether a refused request calls for help; `nil` where none can.
  let helpFirst: HelpFirst?
  /// Answers.
  let handler: Handler

  /// Describes a route.
  init(
    _ method: HTTPRequest.Method, _ path: String, _ permission: Permission,
    of subject: Subject = .nobody, pace: Pace = .ordinary, bodyLimit: Int = 0,
    delivery: Delivery = .personal, isQuick: Bool = false, helpFirst: HelpFirst? = nil,
    handler: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.permission = permission
    self.subject = subject
    self.pace = pace
    self.bodyLimit = bodyLimit
    self.delivery = delivery
    self.isQuick = isQuick
    self.helpFirst = helpFirst
    self.handler = handler
  }
}

extension Route {
  /// Whose record a request is about.
  enum Subject: String, Hashable, Sendable {
    /// Nobody's.
    case nobody
    /// The visitor's own.
    case visitor
    /// That of the patient whom the path names, `{patient}`.
    case path
    /// Those of the patients whom the body names: the handler decides about each of them.
    case body
  }

  /// How often one address may ask.
  enum Pace: String, Hashable, Sendable, CaseIterable {
    /// Always: help, health, and answers that may call for help.
    case unlimited
    /// As a person or a program at work asks.
    case ordinary
    /// As a person types passwords and codes.
    case signIn
  }

  /// How an answer may be kept and packed on its way.
  enum Delivery: Hashable, Sendable {
    /// Kept nowhere and never compressed: its length would tell of the secrets in it.
    case personal
    /// Kept nowhere; the same for everybody, or without anything that a stranger could choose.
    case plain
    /// Kept for good, under a name that changes with the content: style sheets, pictures.
    case asset
  }
}
