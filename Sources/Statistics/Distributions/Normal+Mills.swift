private import Foundation

extension Normal {
  /// The ratio of the upper tail of the standard normal law to its density, Mills' ratio.
  ///
  /// Below 10 from the complementary error function, above by Laplace's continued fraction; about
  /// 1 part in 10^14. It stays finite where tail and density both vanish.
  ///
  /// - Parameter x: 0 or more; below -38 the result is infinite.
  /// - Returns: P(Z > x) / φ(x).
  public static func millsRatio(_ x: Double) -> Double {
    guard x >= 10 else {
      return 0.5 * erfc(x * (0.5).squareRoot()) * exp(0.5 * (x * x + logTwoPi))
    }
    var fraction = x
    for term in stride(from: 16.0, through: 1, by: -1) { fraction = x + term / fraction }
    return 1 / fraction
  }
}
