/// Eight pairs of normal numbers at once from eight pairs of random words.
///
/// With u uniform on (0, 1] and an angle φ uniform on a quarter circle, √(-2 ln u) (cos φ, sin φ)
/// with random signs is a pair of independent standard normal numbers. The quarter is taken around
/// π/4, so that with θ = φ - π/4 the pair is √(-ln u) (cos θ - sin θ, cos θ + sin θ) and the
/// polynomials are needed within ±π/4 alone.
enum BoxMuller {
  typealias Lanes = SIMD8<Float>
  private typealias Bits = SIMD8<UInt32>

  /// - Parameters:
  ///   - radius: words whose upper 31 bits are u.
  ///   - angle: words whose two upper bits are signs and whose other bits are the angle.
  /// - Returns: the first and the second numbers of the pairs.
  @inline(__always)
  static func pairs(radius: SIMD8<UInt32>, angle: SIMD8<UInt32>) -> (Lanes, Lanes) {
    let length = squareRoot(negativeLogarithm(radius &>> 1))
    let (sine, cosine) = sineAndCosine(SIMD8<Int32>(truncatingIfNeeded: angle &<< 2))
    let first = length * (cosine - sine)
    let second = length * (cosine + sine)
    return (
      signed(first, by: angle), signed(second, by: angle &<< 1)
    )
  }

  /// -ln((k + 1/2) / 2^31) of whole numbers below 2^31; relative error below 4e-7.
  ///
  /// ln(1 + t) = t - t²/2 + t³ P(t) with P of degree 5, least in the greatest relative error for
  /// 1 + t between the roots of 1/2 and 2.
  @inline(__always)
  private static func negativeLogarithm(_ words: SIMD8<UInt32>) -> Lanes {
    let number = Lanes(SIMD8<Int32>(truncatingIfNeeded: words)) + 0.5
    // The bits of √(1/2): what lies above counts to the next power of two.
    let root = Bits(repeating: 0x3F35_04F3)
    let shifted = unsafeBitCast(number, to: Bits.self) &- root
    let power = Lanes(SIMD8<Int32>(truncatingIfNeeded: shifted &>> 23))
    let mantissa = unsafeBitCast((shifted & 0x007F_FFFF) &+ root, to: Lanes.self)
    let t = mantissa - 1
    var sum = t * -0.101_917_29 + 0.160_243_81
    sum = sum * t - 0.171_371_27
    sum = sum * t + 0.199_245_04
    sum = sum * t - 0.249_832_67
    sum = sum * t + 0.333_342_46
    let square = t * t
    let logarithm = t + square * (sum * t - 0.5)
    return (31 - power) * 0.693_147_18 - logarithm
  }

  /// The root of numbers from 0 to 22; relative error below 2e-7.
  ///
  /// The lanes of the standard library's `squareRoot` are computed one by one. Here 1/√x begins as a
  /// line in the logarithm of x, read from its bits, and is improved by one step of Newton and one
  /// of Halley.
  @inline(__always)
  private static func squareRoot(_ x: Lanes) -> Lanes {
    let start = Bits(repeating: 0x5F37_59DF) &- unsafeBitCast(x, to: Bits.self) &>> 1
    let rough = unsafeBitCast(start, to: Lanes.self)
    // x comes first in every product, so that 0 stays 0.
    let better = rough * (1.5 - 0.5 * (x * rough) * rough)
    let root = x * better
    let error = 1 - root * better
    return root + root * error * (0.375 * error + 0.5)
  }

  /// Sine and cosine of k π/2^33 for k of 32 bits, so within ±π/4; absolute error below 2e-7.
  @inline(__always)
  private static func sineAndCosine(_ words: SIMD8<Int32>) -> (Lanes, Lanes) {
    let x = Lanes(words) * Float(Double.pi * 0x1p-33)
    let z = x * x
    var sine = z * -0.000_195_040_22 + 0.008_332_037
    sine = sine * z - 0.166_666_507
    sine = (sine * z + 0.999_999_997) * x
    var cosine = z * -0.001_358_590_9 + 0.041_655_025
    cosine = cosine * z - 0.499_998_567
    cosine = cosine * z + 0.999_999_972
    return (sine, cosine)
  }

  @inline(__always)
  private static func signed(_ magnitude: Lanes, by words: SIMD8<UInt32>) -> Lanes {
    unsafeBitCast(
      unsafeBitCast(magnitude, to: Bits.self) ^ (words & 0x8000_0000), to: Lanes.self)
  }
}
