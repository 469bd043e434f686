public import Time

/// How often somebody may try to sign in: 5 times a minute for an account and 20 times for a network,
/// then after growing pauses.
///
/// Nobody can lock somebody else out for good. A network from which the owner signed in has tries of
/// its own; a correct second factor, and a link by mail or from an admin, pass every pause of the
/// account. What is kept is bounded, and gone when the program ends.
public struct SignInLimits: Sendable {
  private var accounts: TokenBuckets<[UInt8]>
  private var networks: TokenBuckets<[UInt8]>
  private var codes: TokenBuckets<[UInt8]>
  private var known: Generations

  /// No tries yet.
  ///
  /// - Parameter limit: the most accounts, and the most networks, that are remembered.
  public init(limit: Int = 50_000) {
    accounts = TokenBuckets(capacity: 5, limit: limit)
    networks = TokenBuckets(capacity: 20, limit: limit)
    codes = TokenBuckets(capacity: 5, limit: limit)
    known = Generations(limit: limit)
  }

  /// How many buckets there are.
  var count: Int { accounts.count + networks.count + codes.count + known.count }

  /// Takes a try of a network.
  ///
  /// - Parameters:
  ///   - network: where it comes from.
  ///   - now: the present moment.
  /// - Returns: `nil` when the try counts, or how many milliseconds to wait.
  public mutating func tryNetwork(_ network: AddressBlock, at now: Instant) -> Int64? {
    networks.take(network.bytes, at: now)
  }

  /// Takes a try of a password.
  ///
  /// - Parameters:
  ///   - account: what the account is found by, known or not.
  ///   - network: where it comes from.
  ///   - now: the present moment.
  /// - Returns: `nil` when the try counts, or how many milliseconds to wait.
  public mutating func tryPassword(
    of account: [UInt8], from network: AddressBlock, at now: Instant
  ) -> Int64? {
    accounts.take(lane(account, network), at: now)
  }

  /// Takes a try of a code of the second factor.
  ///
  /// - Parameters:
  ///   - account: what the account is found by.
  ///   - network: where it comes from.
  ///   - now: the present moment.
  /// - Returns: `nil` when the try counts, or how many milliseconds to wait.
  public mutating func tryCode(
    of account: [UInt8], from network: AddressBlock, at now: Instant
  ) -> Int64? {
    codes.take(lane(account, network), at: now)
  }

  /// Notes that the owner signed in or used a link: their network is known from now on, and its tries
  /// begin anew. Those of strangers do not.
  ///
  /// - Parameters:
  ///   - account: what the account is found by.
  ///   - network: where the owner is.
  public mutating func succeed(_ account: [UInt8], from network: AddressBlock) {
    if network.bytes.isEmpty { return }
    known.insert(pair(account, network))
    accounts.forget(pair(account, network))
    codes.forget(pair(account, network))
  }

  /// Who shares tries: all strangers to an account, or those in one network that its owner uses.
  private func lane(_ account: [UInt8], _ network: AddressBlock) -> [UInt8] {
    let pair = pair(account, network)
    return known.contains(pair) ? pair : account
  }

  private func pair(_ account: [UInt8], _ network: AddressBlock) -> [UInt8] {
    account + [UInt8(truncatingIfNeeded: network.bytes.count)] + network.bytes
  }
}

/// A bounded set: the half that was put in first is forgotten.
struct Generations: Sendable {
  private let half: Int
  private var young: Set<[UInt8]> = []
  private var old: Set<[UInt8]> = []

  init(limit: Int) { half = max(1, limit / 2) }

  var count: Int { young.count + old.count }

  func contains(_ name: [UInt8]) -> Bool { young.contains(name) || old.contains(name) }

  mutating func insert(_ name: [UInt8]) {
    if young.contains(name) { return }
    if young.count >= half {
      old = young
      young = []
    }
    young.insert(name)
  }
}
