extension Philox {
  /// The words of four successive counters side by side, in the lower halves of 64-bit lanes.
  ///
  /// The upper halves hold what is left of the products and mean nothing.
  typealias Words = (
    first: SIMD4<UInt64>, second: SIMD4<UInt64>, third: SIMD4<UInt64>, fourth: SIMD4<UInt64>
  )

  /// The random words of four counters at once after seven rounds, the same as four calls of
  /// ``block(_:)``.
  ///
  /// - Parameters:
  ///   - counters: the lower 64 bits of each counter.
  ///   - upper: the upper 64 bits of all of them.
  /// - Returns: the four words of each counter.
  @inline(__always)
  func blocks(_ counters: SIMD4<UInt64>, upper: UInt64) -> Words {
    var words: Words = (
      counters, counters &>> 32, SIMD4(repeating: upper), SIMD4(repeating: upper &>> 32)
    )
    var keys = (
      left: SIMD4<UInt64>(repeating: UInt64(key[0])),
      right: SIMD4<UInt64>(repeating: UInt64(key[1]))
    )
    // Seven rounds, written out: in a loop the compiler mends the upper halves in every round.
    Philox.round(&words, &keys)
    Philox.round(&words, &keys)
    Philox.round(&words, &keys)
    Philox.round(&words, &keys)
    Philox.round(&words, &keys)
    Philox.round(&words, &keys)
    Philox.round(&words, &keys)
    return words
  }

  @inline(__always)
  private static func round(
    _ words: inout Words, _ keys: inout (left: SIMD4<UInt64>, right: SIMD4<UInt64>)
  ) {
    let one = lower(words.first) &* SIMD4(repeating: multipliers.0)
    let two = lower(words.third) &* SIMD4(repeating: multipliers.1)
    words.first = (two &>> 32) ^ words.second ^ keys.left
    words.second = two
    words.third = (one &>> 32) ^ words.fourth ^ keys.right
    words.fourth = one
    // What carries into the upper halves of the keys is never read.
    keys.left &+= SIMD4(repeating: UInt64(keySteps.0))
    keys.right &+= SIMD4(repeating: UInt64(keySteps.1))
  }

  /// The lower halves alone, so that one instruction multiplies a pair of lanes. Masked as words of 32
  /// bits: masked as words of 64 bits, the compiler takes the vectors apart.
  @inline(__always)
  private static func lower(_ words: SIMD4<UInt64>) -> SIMD4<UInt64> {
    unsafeBitCast(
      unsafeBitCast(words, to: SIMD8<UInt32>.self)
        & SIMD8<UInt32>(.max, 0, .max, 0, .max, 0, .max, 0), to: SIMD4<UInt64>.self)
  }
}
