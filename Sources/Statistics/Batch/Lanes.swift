/// People side by side: four doubles are two vectors on the oldest x86-64 and one on newer machines.
typealias Lanes = SIMD4<Double>

/// A logarithm of a product of many positive factors, kept as mantissa and exponent so that the
/// costly function is called once.
struct LogProduct {
  private var mantissa = Lanes(repeating: 1)
  private var exponent = SIMD4<Int64>()

  init() {}

  /// Multiplies each lane by a factor, which is positive and normal.
  @inline(__always)
  mutating func multiply(by factor: Lanes) {
    let bits = unsafeBitCast(mantissa * factor, to: SIMD4<UInt64>.self)
    exponent &+= SIMD4<Int64>(truncatingIfNeeded: bits &>> 52)
    exponent &-= 1023
    mantissa = unsafeBitCast(bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000, to: Lanes.self)
  }

  /// The mantissa, from 1 up to 2, and the power of two of one lane.
  func parts(_ lane: Int) -> (mantissa: Double, exponent: Int64) {
    (mantissa[lane], exponent[lane])
  }
}
