internal import Time

/// Buckets by name, bounded in number: those that were not used for longest are forgotten.
///
/// Two generations stand in for an exact order: when the young one is full, the old one goes.
struct Buckets: Sendable {
  private let capacity: Int
  private let half: Int
  private var young: [[UInt8]: TokenBucket] = [:]
  private var old: [[UInt8]: TokenBucket] = [:]

  /// - Parameters:
  ///   - capacity: the tries of each.
  ///   - limit: the most buckets, at least 2.
  init(capacity: Int, limit: Int) {
    self.capacity = capacity
    half = max(1, limit / 2)
  }

  var count: Int { young.count + old.count }

  mutating func take(_ name: [UInt8], at now: Instant) -> Int64? {
    var bucket = young[name] ?? old[name] ?? TokenBucket(capacity: capacity, at: now)
    let wait = bucket.take(at: now)
    keep(bucket, name)
    return wait
  }

  mutating func forget(_ name: [UInt8]) {
    young[name] = nil
    old[name] = nil
  }

  private mutating func keep(_ bucket: TokenBucket, _ name: [UInt8]) {
    old[name] = nil
    if young[name] == nil, young.count >= half {
      old = young
      young = [:]
    }
    young[name] = bucket
  }
}
