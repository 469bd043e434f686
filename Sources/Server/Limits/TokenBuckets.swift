internal import Synchronization

/// How many things each of many callers may do: some at once, then so many a second.
///
/// Callers that have been quiet are forgotten. When too many are known at one time, those that are
/// new share one bucket, so that memory stays bounded whoever comes.
final class TokenBuckets<Key: Hashable & Sendable>: Sendable {
  private struct Bucket {
    var tokens: Double
    var at: ContinuousClock.Instant
  }

  private struct State {
    var buckets: [Key: Bucket] = [:]
    var shared: Bucket?
    var swept: ContinuousClock.Instant?
  }

  private let burst: Double
  private let perSecond: Double
  private let capacity: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - burst: how many at once, at least 1.
  ///   - perSecond: how many are given back each second, more than 0.
  ///   - capacity: how many callers are known at one time.
  init(burst: Double, perSecond: Double, capacity: Int = 50_000) {
    self.burst = max(1, burst)
    self.perSecond = max(1e-6, perSecond)
    self.capacity = max(1, capacity)
  }

  /// Takes one token.
  ///
  /// - Returns: whole seconds to wait when there was none, 0 when there was.
  func take(_ key: Key, at now: ContinuousClock.Instant) -> Int {
    state.withLock { state in
      if let bucket = state.buckets[key] {
        let (left, wait) = spend(bucket, now)
        state.buckets[key] = left
        return wait
      }
      if state.buckets.count >= capacity { forget(&state, now) }
      let fresh = Bucket(tokens: burst, at: now)
      guard state.buckets.count < capacity else {
        let (left, wait) = spend(state.shared ?? fresh, now)
        state.shared = left
        return wait
      }
      let (left, wait) = spend(fresh, now)
      state.buckets[key] = left
      return wait
    }
  }

  private func spend(_ bucket: Bucket, _ now: ContinuousClock.Instant) -> (Bucket, wait: Int) {
    let tokens = level(bucket, now)
    guard tokens >= 1 else {
      let wait = min(3_600, ((1 - tokens) / perSecond).rounded(.up))
      return (Bucket(tokens: tokens, at: now), max(1, Int(wait)))
    }
    return (Bucket(tokens: tokens - 1, at: now), 0)
  }

  private func level(_ bucket: Bucket, _ now: ContinuousClock.Instant) -> Double {
    let gap = bucket.at.duration(to: now) / .seconds(1)
    return min(burst, bucket.tokens + max(0, gap) * perSecond)
  }

  /// Forgets whoever has all their tokens back: they are as good as new.
  private func forget(_ state: inout State, _ now: ContinuousClock.Instant) {
    // Looking at everybody takes milliseconds: not for each of a flood of newcomers.
    if let swept = state.swept, swept.duration(to: now) < .seconds(1) { return }
    state.swept = now
    state.buckets = state.buckets.filter { level($0.value, now) < burst }
  }
}
