public import Time

/// A bound on tries: a few at once, then so many a minute, then, where that is said, after growing
/// pauses.
///
/// There is no lock: a pause ends at fifteen minutes, and tries during a pause do not make it longer.
public struct TokenBucket: Hashable, Sendable {
  /// The longest pause, in milliseconds: fifteen minutes.
  public static let longestPause: Int64 = 900_000

  /// How many tries there can be at once.
  public let capacity: Int
  /// How many come back within a minute.
  private let perMinute: Int64
  private let hasGrowingPauses: Bool
  /// The tries that are left, in thousandths of a minute's share.
  private var level: Int64
  private var filled: Instant
  private var pausesUntil: Instant
  private var strikes = 0

  /// A full bucket.
  ///
  /// - Parameters:
  ///   - capacity: how many tries at once, at least 1.
  ///   - perMinute: how many come back within a minute, at least 1; as many when `nil`.
  ///   - hasGrowingPauses: whether tries that are too many make each pause longer than the last.
  ///   - now: the present moment.
  public init(
    capacity: Int, perMinute: Int? = nil, hasGrowingPauses: Bool = true, at now: Instant
  ) {
    self.capacity = min(max(1, capacity), 1_000_000)
    self.perMinute = Int64(min(max(1, perMinute ?? self.capacity), 100_000_000))
    self.hasGrowingPauses = hasGrowingPauses
    level = Int64(self.capacity) * TokenBucket.minute
    filled = now
    pausesUntil = now
  }

  private static let minute: Int64 = 60_000

  /// Takes a try.
  ///
  /// - Parameter now: the present moment; a clock that was set back begins anew where it is.
  /// - Returns: `nil` when the try counts, or how many milliseconds to wait.
  public mutating func take(at now: Instant) -> Int64? {
    refill(at: now)
    let pause = pausesUntil.milliseconds - now.milliseconds
    if pause > 0 { return pause }
    if level >= TokenBucket.minute {
      level -= TokenBucket.minute
      return nil
    }
    let missing = (TokenBucket.minute - level + perMinute - 1) / perMinute
    let wait = max(missing, hasGrowingPauses ? nextPause() : 1)
    pausesUntil = Instant(milliseconds: now.milliseconds + wait)
    return wait
  }

  /// How long the next pause is at least, in milliseconds.
  private mutating func nextPause() -> Int64 {
    strikes = min(strikes + 1, 20)
    return min(1000 << Int64(strikes - 1), TokenBucket.longestPause)
  }

  private mutating func refill(at now: Instant) {
    if now < filled {
      // What was to come later comes at most as long after the new time.
      let pause = min(
        max(0, pausesUntil.milliseconds - filled.milliseconds), TokenBucket.longestPause)
      pausesUntil = Instant(milliseconds: now.milliseconds + pause)
      filled = now
    }
    let quiet = now.milliseconds - filled.milliseconds
    let full = Int64(capacity) * TokenBucket.minute
    // An hour without a try is forgiven.
    if quiet >= 4 * TokenBucket.longestPause { strikes = 0 }
    let gain = min(quiet, full / perMinute + 1) * perMinute
    // In a row of pauses one try comes back at a time.
    level = min(level + gain, strikes > 0 ? TokenBucket.minute : full)
    filled = now
  }
}
