internal import Accounts
internal import Hummingbird
internal import Logging
internal import NIOConcurrencyHelpers
internal import NIOCore
internal import PatientRecord
internal import Vault

internal import struct Accounts.Session

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
  /// Their session, with who they are.
  let session: Session
  /// By what right they may do what they ask; `nil` where the handler decides, or nothing is to be
  /// decided.
  let grant: Grant?
  /// Whose record it is about, where one patient is named.
  let patient: PatientID?
  /// Whether the session is a cookie, which a browser sends along from anywhere.
  let ridesOnCookie: Bool

  /// Who they are.
  var actor: Actor { session.actor }
  /// The account's random identifier; the only name that may stand in a log.
  var account: String { actor.account.description }
  /// What a form of this session has to bring back; `nil` when the session is no cookie.
  var formToken: String? { ridesOnCookie ? session.form.token : nil }
}
