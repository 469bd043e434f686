internal import HTTPTypes
internal import NIOCore

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Where a request comes from, as bytes: four for IPv4, sixteen for IPv6.
struct ClientAddress: Hashable, Sendable {
  /// The address; empty when it is not known.
  let bytes: [UInt8]

  /// Not known: requests by a socket of the machine itself.
  static let unknown = ClientAddress(bytes: [])

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads an address.
  ///
  /// - Parameter text: dotted numbers, or IPv6 with or without brackets.
  init?(_ text: some StringProtocol) {
    let plain = String(text).filter { !"[]".contains($0) }
    if let bytes = Self.bytes(of: plain, family: AF_INET, count: 4) {
      self.bytes = bytes
    } else if let bytes = Self.bytes(of: plain, family: AF_INET6, count: 16) {
      // An IPv4 address that came through an IPv6 socket is the same address.
      let mapped = bytes.starts(with: Array(repeating: 0, count: 10) + [0xFF, 0xFF])
      self.bytes = mapped ? Array(bytes[12...]) : bytes
    } else {
      return nil
    }
  }

  /// The address of the other end of a connection; unknown when it has none.
  init(_ address: SocketAddress?) {
    self = address?.ipAddress.flatMap { ClientAddress($0) } ?? .unknown
  }

  private static func bytes(of text: String, family: Int32, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    let status = bytes.withUnsafeMutableBytes { inet_pton(family, text, $0.baseAddress) }
    return status == 1 ? bytes : nil
  }

  /// The part that one household or office shares: all of IPv4, the first 56 bits of IPv6.
  var line: ClientAddress { prefix(v4: 4, v6: 7) }

  /// The neighbourhood by which sign-ins are limited: the first 24 bits of IPv4, 56 of IPv6.
  var neighbourhood: ClientAddress { prefix(v4: 3, v6: 7) }

  private func prefix(v4: Int, v6: Int) -> ClientAddress {
    ClientAddress(bytes: Array(bytes.prefix(bytes.count == 4 ? v4 : v6)))
  }
}

/// The proxies whose word on who asks is taken.
struct TrustedProxies: Sendable {
  private let addresses: Set<ClientAddress>

  init(_ addresses: [ClientAddress]) { self.addresses = Set(addresses) }

  /// Whether a proxy is trusted.
  func trust(_ address: ClientAddress) -> Bool { addresses.contains(address) }

  /// Who asks: the last address in `X-Forwarded-For` that is no trusted proxy.
  ///
  /// - Parameters:
  ///   - peer: the other end of the connection.
  ///   - headers: the request's headers; what they say counts only when a trusted proxy sent them.
  /// - Returns: the address.
  func client(behind peer: ClientAddress, _ headers: HTTPFields) -> ClientAddress {
    guard trust(peer), let name = HTTPField.Name("X-Forwarded-For") else { return peer }
    let hops = headers[values: name].flatMap { $0.split(separator: ",") }
    var client = peer
    for hop in hops.reversed() {
      guard let address = ClientAddress(hop.filter { $0 != " " }) else { return client }
      client = address
      if !trust(address) { return client }
    }
    return client
  }

  /// Whether the person's connection is encrypted, as a trusted proxy says.
  func isSecure(behind peer: ClientAddress, _ headers: HTTPFields) -> Bool {
    guard trust(peer), let name = HTTPField.Name("X-Forwarded-Proto") else { return false }
    return headers[values: name] == ["https"]
  }
}
