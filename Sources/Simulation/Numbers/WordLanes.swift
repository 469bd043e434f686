/// Random words of eight people side by side.
struct WordLanes: RandomWord, Hashable {
  typealias Words = SIMD8<UInt32>
  /// Four words in the lower halves of 64-bit lanes; the upper halves mean nothing.
  private typealias Wide = SIMD4<UInt64>

  var words: Words

  @inline(__always)
  init(_ words: Words) { self.words = words }

  init(people: (Int) -> UInt32) {
    words = Words()
    for lane in 0..<8 { words[lane] = people(lane) }
  }

  /// The ten rounds of Philox4x32 for eight keys, the same as eight calls of `Statistics.Philox`.
  ///
  /// People of even and of odd places go side by side, each in the lower half of a 64-bit lane, so that
  /// one instruction multiplies a pair of them.
  static func block(
    seed: UInt32, people: WordLanes, counter: SIMD4<UInt32>
  ) -> Block<WordLanes> {
    let pairs = unsafeBitCast(people.words, to: Wide.self)
    let even = rounds(seed: seed, people: lower(pairs), counter: counter)
    let odd = rounds(seed: seed, people: pairs &>> 32, counter: counter)
    return Block(
      first: joined(even.0, odd.0), second: joined(even.1, odd.1),
      third: joined(even.2, odd.2), fourth: joined(even.3, odd.3))
  }

  @inline(__always)
  private static func rounds(
    seed: UInt32, people: Wide, counter: SIMD4<UInt32>
  ) -> (Wide, Wide, Wide, Wide) {
    var (first, second) = (Wide(repeating: UInt64(counter[0])), Wide(repeating: UInt64(counter[1])))
    var (third, fourth) = (Wide(repeating: UInt64(counter[2])), Wide(repeating: UInt64(counter[3])))
    var (left, right) = (seed, people)
    for _ in 0..<10 {
      let one = lower(first) &* Wide(repeating: 0xD251_1F53)
      let two = lower(third) &* Wide(repeating: 0xCD9E_8D57)
      first = (two &>> 32) ^ second ^ Wide(repeating: UInt64(left))
      second = two
      third = (one &>> 32) ^ fourth ^ right
      fourth = one
      left &+= 0x9E37_79B9
      // What carries into the upper halves is never read.
      right &+= Wide(repeating: 0xBB67_AE85)
    }
    return (first, second, third, fourth)
  }

  /// The lower halves alone; masked as words of 32 bits, which keeps the lanes in vectors.
  @inline(__always)
  private static func lower(_ wide: Wide) -> Wide {
    unsafeBitCast(
      unsafeBitCast(wide, to: Words.self) & Words(.max, 0, .max, 0, .max, 0, .max, 0),
      to: Wide.self)
  }

  /// The lower halves of two vectors, in the order of the people.
  @inline(__always)
  private static func joined(_ even: Wide, _ odd: Wide) -> WordLanes {
    WordLanes(unsafeBitCast(lower(even) | (odd &<< 32), to: Words.self))
  }
}
