#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The network that a request comes from, as far as it is taken for one: 256 addresses of IPv4 (/24),
/// or a site of IPv6 (/56).
public struct AddressBlock: Hashable, Sendable {
  /// The block's bytes: 3 of IPv4, 7 of IPv6, none for an address that cannot be read.
  public let bytes: [UInt8]

  /// Finds the block of an address.
  ///
  /// - Parameter address: an address without its port; all that cannot be read are one block.
  public init(_ address: String) {
    var four = in_addr()
    var six = in6_addr()
    guard address.utf8.count <= 64 else {
      bytes = []
      return
    }
    if inet_pton(AF_INET, address, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { Array($0.prefix(3)) }
    } else if inet_pton(AF_INET6, address.prefixBeforeZone, &six) == 1 {
      let all = withUnsafeBytes(of: &six) { Array($0) }
      let isMapped = all[..<10].allSatisfy { $0 == 0 } && all[10] == 0xFF && all[11] == 0xFF
      bytes = isMapped ? Array(all[12..<15]) : Array(all[..<7])
    } else {
      bytes = []
    }
  }
}

extension String {
  /// An address without the interface that may stand behind it.
  fileprivate var prefixBeforeZone: String { String(prefix { $0 != "%" }) }
}
