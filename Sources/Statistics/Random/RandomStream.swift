private import Foundation

/// A reproducible stream of random numbers, named by a seed and a stream number.
///
/// Streams of one seed do not overlap: the stream number is the upper half of the counter of
/// ``Philox``, the place in the stream its lower half. Give each person, chain or replication its
/// own stream number and the results do not depend on the order or the number of threads.
public struct RandomStream: RandomNumberGenerator, Hashable, Sendable {
  private let generator: Philox
  private let stream: UInt64
  private var blocks: UInt64 = 0
  private var pending: UInt64?

  /// Creates a stream at its beginning.
  ///
  /// - Parameters:
  ///   - seed: the seed of the whole piece of work.
  ///   - stream: which of the 2^64 streams of that seed.
  public init(seed: UInt64, stream: UInt64 = 0) {
    generator = Philox(
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    self.stream = stream
  }

  /// The next 64 random bits.
  ///
  /// - Returns: a number uniform over all of `UInt64`.
  public mutating func next() -> UInt64 {
    if let half = pending {
      pending = nil
      return half
    }
    let words = generator.block(
      SIMD4(
        UInt32(truncatingIfNeeded: blocks), UInt32(truncatingIfNeeded: blocks >> 32),
        UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)))
    blocks &+= 1
    pending = UInt64(words[3]) << 32 | UInt64(words[2])
    return UInt64(words[1]) << 32 | UInt64(words[0])
  }

  /// The next number of the uniform law on the open interval from 0 to 1.
  ///
  /// - Returns: an odd multiple of 2^-53, so never 0, never 1, and as often u as 1 - u.
  public mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// The next number of the standard normal law, by inversion of one ``uniform()``.
  ///
  /// - Returns: a number within -8.3 and 8.3.
  public mutating func normal() -> Double { Normal.standard.quantile(uniform()) }

  /// The next number of the exponential law, by inversion of one ``uniform()``.
  ///
  /// - Parameter rate: events per unit of time, above 0.
  /// - Returns: a waiting time, above 0.
  public mutating func exponential(rate: Double) -> Double {
    -log(uniform()) / rate
  }
}
