/// Rows of units, four to a vector.
typealias ContextVectors = UnsafeMutablePointer<SIMD4<Double>>

extension ContextVectors {
  /// The inner product of a part of two rows.
  func dot(_ other: ContextVectors, over part: Range<Int>) -> Double {
    // Two sums, so that one addition need not wait for the other.
    var (even, odd) = (SIMD4<Double>(), SIMD4<Double>())
    var index = part.lowerBound
    while index &+ 1 < part.upperBound {
      even += self[index] * other[index]
      odd += self[index &+ 1] * other[index &+ 1]
      index &+= 2
    }
    if index < part.upperBound { even += self[index] * other[index] }
    return (even + odd).sum()
  }

  /// Adds a multiple of another row to a part of this one.
  func add(_ scale: Double, times other: ContextVectors, over part: Range<Int>) {
    for index in part { self[index] += scale * other[index] }
  }

  /// Multiplies a part of the row.
  func scale(by factor: Double, over part: Range<Int>) {
    for index in part { self[index] *= factor }
  }

  /// Sets a part of the row to 0.
  func clear(_ part: Range<Int>) {
    for index in part { self[index] = SIMD4() }
  }
}
