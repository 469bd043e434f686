extension SIMD4<Double> {
  /// e to the power of each lane, to within two units of the last place. Lanes within ``exponents`` only.
  @inline(__always)
  var exponential: SIMD4<Double> {
    // Two by two: what every processor has a vector for.
    SIMD4(lowHalf: lowHalf.exponential, highHalf: highHalf.exponential)
  }

  /// What may be an exponent: beyond, the result is too great or has less than 53 bits.
  static var exponents: ClosedRange<Double> { -708...708 }

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

extension SIMD2<Double> {
  /// e to the power of each lane.
  ///
  /// x = k ln 2 + r with a whole k and |r| <= ln(2)/2 (Muller 2016, Elementary functions, chapter 11, on
  /// reducing the range with ln 2 in two parts). With E and O the even and the odd part of the Padé
  /// numerator of order [6/6], e^r = (E + O) / (E - O); the rest is below 2e-19 (Baker & Graves-Morris
  /// 1996, Padé approximants, section 1.2).
  @inline(__always)
  fileprivate var exponential: SIMD2<Double> {
    let x = self
    // Adding this number rounds to whole ones and leaves them in the lowest bits.
    let shifter = SIMD2<Double>(repeating: 0x1.8p52)
    let shifted = x * 0x1.71547652b82fep0 + shifter
    let whole = shifted - shifter
    let r = (x - whole * 0x1.62e42fee00000p-1) - whole * 0x1.a39ef35793c76p-33
    let square = r * r
    let even = ((square + 840) * square + 75_600) * square + 665_280
    let odd = ((square * 42 + 10_080) * square + 332_640) * r
    let power = (odd + odd) / (even - odd) + 1
    let bits = unsafeBitCast(shifted, to: SIMD2<UInt64>.self)
    let scale = (bits &<< 52) &+ SIMD2<UInt64>(repeating: 1023 << 52)
    return power * unsafeBitCast(scale, to: SIMD2<Double>.self)
  }
}
