public import Time

/// Buckets by name, bounded in number: those that were not used for longest are forgotten.
///
/// Whoever comes with very many names has the buckets of others forgotten, which lets these try again;
/// nobody is kept out by a flood. Two generations stand in for an exact order: when the young one is
/// full, the old one goes.
public struct TokenBuckets<Name: Hashable & Sendable>: Sendable {
  private let capacity: Int
  private let perMinute: Int?
  private let hasGrowingPauses: Bool
  private let half: Int
  private var young: [Name: TokenBucket] = [:]
  private var old: [Name: TokenBucket] = [:]

  /// No bucket yet.
  ///
  /// - Parameters:
  ///   - capacity: how many tries each may have at once, at least 1.
  ///   - perMinute: how many come back to each within a minute; as many when `nil`.
  ///   - hasGrowingPauses: whether tries that are too many make each pause longer than the last.
  ///   - limit: the most buckets, at least 2.
  public init(
    capacity: Int, perMinute: Int? = nil, hasGrowingPauses: Bool = true, limit: Int = 50_000
  ) {
    self.capacity = capacity
    self.perMinute = perMinute
    self.hasGrowingPauses = hasGrowingPauses
    half = max(1, limit / 2)
  }

  /// How many buckets there are.
  public var count: Int { young.count + old.count }

  /// Takes a try from the bucket of a name.
  ///
  /// - Parameters:
  ///   - name: whose bucket.
  ///   - now: the present moment.
  /// - Returns: `nil` when the try counts, or how many milliseconds to wait.
  public mutating func take(_ name: Name, at now: Instant) -> Int64? {
    var bucket =
      young[name] ?? old[name]
      ?? TokenBucket(
        capacity: capacity, perMinute: perMinute, hasGrowingPauses: hasGrowingPauses, at: now)
    let wait = bucket.take(at: now)
    keep(bucket, name)
    return wait
  }

  /// Has a name begin anew.
  ///
  /// - Parameter name: whose bucket goes.
  public mutating func forget(_ name: Name) {
    young[name] = nil
    old[name] = nil
  }

  private mutating func keep(_ bucket: TokenBucket, _ name: Name) {
    old[name] = nil
    if young[name] == nil, young.count >= half {
      old = young
      young = [:]
    }
    young[name] = bucket
  }
}
