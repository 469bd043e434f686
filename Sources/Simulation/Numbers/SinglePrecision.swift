/// Numbers of 32 bits, one or eight of them: their functions are polynomials with one text.
///
/// Coefficients are least in the greatest relative error (sine and cosine: absolute error) of the
/// function, fitted by this project; the errors are below 2e-7 after rounding.
protocol SinglePrecision: ModelNumber {
  /// The bits of each number.
  associatedtype Bits: BitLanes
  var bits: Bits { get }
  init(bits: Bits)
}

/// The operations on bits that the polynomials need.
protocol BitLanes: Sendable {
  init(same: UInt32)
  func plus(_ other: Self) -> Self
  func minus(_ other: Self) -> Self
  func and(_ other: Self) -> Self
  func xor(_ other: Self) -> Self
  func or(_ other: Self) -> Self
  func left(_ places: UInt32) -> Self
  func right(_ places: UInt32) -> Self
}

extension SinglePrecision {
  /// A number whose last bits are those of the nearest whole number: 1.5 × 2^23 added to x.
  private static var magic: Double { 0x1.8p23 }

  /// ln x = e ln 2 + ln (1 + t), with 1 + t between the roots of 1/2 and 2.
  @inline(__always)
  func logarithm() -> Self {
    let root = Bits(same: 0x3F35_04F3)
    // The exponent plus 127, and the mantissa.
    let shifted = bits.minus(root).plus(Bits(same: 0x3F80_0000))
    let exponent = shifted.right(23)
    let mantissa = shifted.and(Bits(same: 0x007F_FFFF)).plus(root)
    let power = Self(bits: exponent.or(Bits(same: 0x4B00_0000))) - Self(0x1p23 + 127)
    let t = Self(bits: mantissa) - 1.0
    var sum = t * 0.0870043634 + -0.142674906
    sum = sum * t + 0.149147693
    sum = sum * t + -0.165775843
    sum = sum * t + 0.199630637
    sum = sum * t + -0.25001337
    sum = sum * t + 0.333339107
    let square = t * t
    let logarithm = square * (sum * t - 0.5)
    // ln 2 in two parts, so that the greater product is exact.
    return power * 0.693359375 + (power * -2.12194440e-4 + logarithm + t)
  }

  /// e^x = 2^k e^r, with k whole and r within ±(ln 2)/2.
  @inline(__always)
  func exponential() -> Self {
    let x = within(-87.0, 87.0)
    let rounded = x * 1.44269504 + Self(Self.magic)
    let whole = rounded - Self(Self.magic)
    let r = x - whole * 0.693359375 - whole * -2.12194440e-4
    var sum = r * 0.00138145402 + 0.00836874527
    sum = sum * r + 0.0416683908
    sum = sum * r + 0.166665204
    sum = sum * r + 0.499999934
    let value = 1.0 + (r + r * r * sum)
    return Self(bits: value.bits.plus(rounded.bits.left(23)))
  }

  /// The turn is cut into quarters around 0, 1/4, 1/2 and 3/4; in each the angle lies within ±π/4.
  @inline(__always)
  func cosineAndSine() -> (cosine: Self, sine: Self) {
    let four = self * 4.0
    let rounded = four + Self(Self.magic)
    let x = (four - (rounded - Self(Self.magic))) * 1.57079633
    let z = x * x
    var sine = z * -0.000195172341 + 0.00833217768
    sine = x + x * z * (sine * z + -0.166666549)
    var cosine = z * 2.44383789e-05 + -0.00138873669
    cosine = 1.0 - 0.5 * z + z * z * (cosine * z + 0.0416666469)
    // In the second and fourth quarter sine and cosine change places; signs follow the quarter.
    let quarter = rounded.bits
    let odd = Bits(same: 0).minus(quarter.and(Bits(same: 1)))
    let change = cosine.bits.xor(sine.bits).and(odd)
    let signOfSine = quarter.left(30).and(Bits(same: 0x8000_0000))
    let signOfCosine = quarter.plus(Bits(same: 1)).left(30).and(Bits(same: 0x8000_0000))
    return (
      Self(bits: cosine.bits.xor(change).xor(signOfCosine)),
      Self(bits: sine.bits.xor(change).xor(signOfSine))
    )
  }
}
