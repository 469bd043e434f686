/// The counter-based generator Philox4x32: a keyed function from a counter to four random words.
///
/// It has no state, so any draw can be made again, in any order, from its key and counter alone.
/// Source: Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3.
/// Proc. SC11, doi:10.1145/2063384.2063405. Not for cryptography.
public struct Philox: Hashable, Sendable {
  /// The key: each key is its own independent function.
  public let key: SIMD2<UInt32>

  /// How many rounds mix the counter.
  public let rounds: Int

  static let multipliers: (UInt64, UInt64) = (0xD251_1F53, 0xCD9E_8D57)
  static let keySteps: (UInt32, UInt32) = (0x9E37_79B9, 0xBB67_AE85)

  /// Creates the function of one key.
  ///
  /// - Parameters:
  ///   - key: any two words.
  ///   - rounds: 10, the published choice, or as few as 7, which pass all tests of the paper too.
  public init(key: SIMD2<UInt32>, rounds: Int = 10) {
    self.key = key
    self.rounds = max(rounds, 7)
  }

  /// The four random words of one counter.
  ///
  /// - Parameter counter: any four words, least significant first.
  /// - Returns: four words, uniform over all counters.
  public func block(_ counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
    // Four plain words: a vector would be taken apart in every round.
    var (first, second, third, fourth) = (counter[0], counter[1], counter[2], counter[3])
    var (left, right) = (key[0], key[1])
    for _ in 0..<rounds {
      let one = Philox.multipliers.0 &* UInt64(first)
      let two = Philox.multipliers.1 &* UInt64(third)
      first = UInt32(truncatingIfNeeded: two >> 32) ^ second ^ left
      second = UInt32(truncatingIfNeeded: two)
      third = UInt32(truncatingIfNeeded: one >> 32) ^ fourth ^ right
      fourth = UInt32(truncatingIfNeeded: one)
      left &+= Philox.keySteps.0
      right &+= Philox.keySteps.1
    }
    return SIMD4(first, second, third, fourth)
  }
}
