private import Foundation

/// The regularised incomplete beta function.
///
/// Source: the continued fraction of Abramowitz & Stegun 26.5.8 by the modified Lentz algorithm
/// (Thompson & Barnett 1986). Relative precision 10^-11 up to shapes of 100, then falling in
/// proportion to the shape: 10^-8 at half a million.
enum IncompleteBeta {
  private static let terms = 100_000

  /// The share of the beta law below `x`.
  ///
  /// - Parameters:
  ///   - a: the first shape, above 0 and finite.
  ///   - b: the second shape, above 0 and finite.
  ///   - x: 0 to 1.
  ///   - complement: 1 - x, given apart because it may be precise where the difference is not.
  /// - Returns: the share, not a number for arguments outside the domain.
  static func share(_ a: Double, _ b: Double, x: Double, complement: Double) -> Double {
    guard a > 0, b > 0, a.isFinite, b.isFinite, x >= 0, complement >= 0 else { return .nan }
    guard x > 0 else { return 0 }
    guard complement > 0 else { return 1 }
    let logarithm = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(complement)
    let weight = exp(logarithm)
    if x < (a + 1) / (a + b + 2) { return min(weight * fraction(a, b, x) / a, 1) }
    return max(1 - weight * fraction(b, a, complement) / b, 0)
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let smallest = Double.leastNormalMagnitude
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    if abs(d) < smallest { d = smallest }
    d = 1 / d
    var value = d
    for index in 1...terms {
      let k = Double(index)
      let even = k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k))
      let odd = -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1))
      for step in [even, odd] {
        d = 1 + step * d
        if abs(d) < smallest { d = smallest }
        c = 1 + step / c
        if abs(c) < smallest { c = smallest }
        d = 1 / d
        value *= d * c
      }
      if abs(d * c - 1) <= 0x1p-52 { break }
    }
    return value
  }
}
