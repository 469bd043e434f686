private import Foundation

/// The regularised incomplete gamma functions P and Q = 1 - P.
///
/// Source: the series and Legendre's continued fraction, Abramowitz & Stegun 6.5.29 and 6.5.31, the
/// fraction by the modified Lentz algorithm (Thompson & Barnett 1986). Relative precision about
/// 10^-11 up to shape 500, then falling in proportion to the shape.
enum IncompleteGamma {
  private static let terms = 100_000

  /// Both functions at once, each computed where it is the smaller.
  ///
  /// - Parameters:
  ///   - shape: above 0 and finite.
  ///   - x: 0 or more.
  /// - Returns: the lower and the upper share, not a number for arguments outside the domain.
  static func shares(shape: Double, x: Double) -> (lower: Double, upper: Double) {
    guard shape > 0, shape.isFinite, x >= 0 else { return (.nan, .nan) }
    guard x > 0 else { return (0, 1) }
    guard x.isFinite else { return (1, 0) }
    let weight = exp(shape * log(x) - x - lgamma(shape))
    if x < shape + 1 {
      let lower = min(weight * series(shape, x), 1)
      return (lower, 1 - lower)
    }
    let upper = min(weight * fraction(shape, x), 1)
    return (1 - upper, upper)
  }

  private static func series(_ shape: Double, _ x: Double) -> Double {
    var term = 1 / shape
    var sum = term
    var divisor = shape
    for _ in 0..<terms {
      divisor += 1
      term *= x / divisor
      sum += term
      if term <= sum * 0x1p-54 { break }
    }
    return sum
  }

  private static func fraction(_ shape: Double, _ x: Double) -> Double {
    let smallest = Double.leastNormalMagnitude
    var b = x + 1 - shape
    var c = 1 / smallest
    var d = 1 / b
    var value = d
    for index in 1...terms {
      let k = Double(index)
      let a = -k * (k - shape)
      b += 2
      d = a * d + b
      if abs(d) < smallest { d = smallest }
      c = b + a / c
      if abs(c) < smallest { c = smallest }
      d = 1 / d
      value *= d * c
      if abs(d * c - 1) <= 0x1p-52 { break }
    }
    return value
  }
}
