internal import HTTPTypes
internal import Hummingbird

/// The names by which this server may be addressed.
struct HostNames: Sendable {
  private let names: Set<String>

  /// - Parameter names: names without port; empty accepts any.
  init(_ names: [String]) { self.names = Set(names.map { $0.lowercased() }) }

  /// Refuses a request that was meant for another server (DNS rebinding, a forged Host header).
  ///
  /// - Throws: ``Problem``.
  func check(_ request: Request) throws(Problem) {
    guard !names.isEmpty else { return }
    guard let authority = request.head.authority,
      names.contains(Self.name(in: authority).lowercased())
    else { throw .unknownHost }
  }

  /// The name without the port.
  static func name(in authority: String) -> Substring {
    if authority.hasPrefix("[") {
      return authority.prefix { $0 != "]" }.dropFirst()
    }
    return authority.prefix { $0 != ":" }
  }

  /// Refuses a request without exactly one Host header of a host's form, or whose target is no path.
  ///
  /// - Throws: ``Problem``.
  static func checkForm(of request: Request) throws(Problem) {
    // The codec moves the first Host header into the authority; a second one stays behind.
    guard let authority = request.head.authority, !authority.isEmpty,
      authority.utf8.allSatisfy(isOfHost), let second = HTTPField.Name("Host"),
      request.headers[second] == nil
    else { throw .missingHost }
    guard let path = request.head.path, path.hasPrefix("/") || path == "*",
      path == "*" || path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { throw .badTarget }
  }

  private static func isOfHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
