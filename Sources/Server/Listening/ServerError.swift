internal import NIOCore

/// Why the server cannot listen, and what to do about it.
public enum ServerError: Error, Hashable, Sendable {
  /// Another program listens there.
  case portInUse(host: String, port: Int)
  /// The port is kept for the system.
  case notPermitted(port: Int)
  /// This machine has no such address.
  case noSuchAddress(host: String)
  /// The certificate or its key cannot be used.
  case certificate(path: String, reason: String)
  /// The system refuses for another reason.
  case refused(host: String, port: Int, number: Int32)

  /// Reads what the system says.
  init?(_ error: any Error, host: String, port: Int) {
    switch error {
    case let error as ServerError: self = error
    case let error as IOError:
      switch error.errnoCode {
      case 98, 48: self = .portInUse(host: host, port: port)
      case 13: self = .notPermitted(port: port)
      case 99, 49: self = .noSuchAddress(host: host)
      default: self = .refused(host: host, port: port, number: error.errnoCode)
      }
    case is SocketAddressError: self = .noSuchAddress(host: host)
    default: return nil
    }
  }
}

extension ServerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .portInUse(let host, let port):
      "\(host), port \(port): another program listens there; stop it, or name another port by --port"
    case .notPermitted(let port):
      "port \(port) is kept for the system; name one above 1023 by --port, and put a proxy before it"
    case .noSuchAddress(let host):
      "\(host) is no address of this machine; 127.0.0.1 is this machine alone, 0.0.0.0 every address"
    case .certificate(let path, let reason): "\(path): \(reason)"
    case .refused(let host, let port, let number):
      "\(host), port \(port): the system refuses (error \(number)); name another address or port"
    }
  }
}
