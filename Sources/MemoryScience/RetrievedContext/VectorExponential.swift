extension SIMD4<Double> {
  /// e to the power of each lane, to within two units of the last place.
  ///
  /// x = k ln 2 + r with a whole k and |r| <= ln(2)/2; e^r by its Taylor series to the 13th power, the
  /// rest of which is below 5e-18 (Muller 2016, Elementary functions, chapter 11, on reducing the range
  /// with ln 2 in two parts). Lanes within ``exponents`` only.
  @inline(__always)
  var exponential: SIMD4<Double> {
    let x = self
    // Adding this number rounds to whole ones and leaves them in the lowest bits.
    let shifter = SIMD4<Double>(repeating: 0x1.8p52)
    let shifted = x * 0x1.71547652b82fep0 + shifter
    let whole = shifted - shifter
    let r = (x - whole * 0x1.62e42fee00000p-1) - whole * 0x1.a39ef35793c76p-33
    let power = Self.series(r)
    let bits = unsafeBitCast(shifted, to: SIMD4<UInt64>.self)
    let scale = (bits &<< 52) &+ SIMD4<UInt64>(repeating: 1023 << 52)
    return power * unsafeBitCast(scale, to: SIMD4<Double>.self)
  }

  /// What may be an exponent: beyond, the result is too great or has less than 53 bits.
  static var exponents: ClosedRange<Double> { -708...708 }

  /// The Taylor series of e^r, even and odd powers apart so that neither waits for the other.
  @inline(__always)
  private static func series(_ r: SIMD4<Double>) -> SIMD4<Double> {
    let square = r * r
    var even = square * (1 / 479_001_600) + 1 / 3_628_800
    even = even * square + 1 / 40_320
    even = even * square + 1 / 720
    even = even * square + 1 / 24
    even = even * square + 1 / 2
    even = even * square + 1
    var odd = square * (1 / 6_227_020_800) + 1 / 39_916_800
    odd = odd * square + 1 / 362_880
    odd = odd * square + 1 / 5_040
    odd = odd * square + 1 / 120
    odd = odd * square + 1 / 6
    odd = odd * square + 1
    return even + r * odd
  }

  /// The larger of two numbers in each lane.
  @inline(__always)
  func larger(than other: SIMD4<Double>) -> SIMD4<Double> {
    let isLess = unsafeBitCast(self .< other, to: SIMD4<Int64>.self)
    return other.kept(where: isLess) + kept(where: ~isLess)
  }

  /// The lanes whose bits in a mask are set, 0 in the others.
  @inline(__always)
  func kept(where mask: SIMD4<Int64>) -> SIMD4<Double> {
    unsafeBitCast(
      unsafeBitCast(self, to: SIMD4<Int64>.self) & mask, to: SIMD4<Double>.self)
  }
}
