internal import Accounts
internal import Hummingbird
internal import Logging
internal import NIOConcurrencyHelpers
internal import NIOCore

/// What is known about a request beside the request itself.
struct ServerContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address of the other end of the connection: a person, or a proxy.
  let peer: SocketAddress?
  /// Names the request in the answer and in the log.
  var requestID: String { id }
  /// Who asks, as far as proxies that are trusted tell.
  var client = ClientAddress.unknown
  /// Whether the person's connection is encrypted.
  var isSecure = false
  /// Whether the answer is for a program rather than a person.
  var speaksJSON = false
  private let admitted = NIOLockedValueBox<Visitor?>(nil)

  /// Who is signed in; known to all copies of the context, so that the log can say it.
  var visitor: Visitor? {
    get { admitted.withLockedValue { $0 } }
    nonmutating set { admitted.withLockedValue { $0 = newValue } }
  }

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress
  }
}

/// Somebody who is signed in.
struct Visitor: Sendable {
  /// The account's random identifier; the only name that may stand in a log.
  let account: String
  let role: Role
  /// What a form of this session has to bring back; `nil` when the session is no cookie, which a
  /// browser would send along from anywhere.
  let formToken: String?
}
