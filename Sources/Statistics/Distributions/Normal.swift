private import Foundation

/// The normal distribution.
///
/// A mean or deviation that is not a number, and a deviation below 0, give results that are not a
/// number. A deviation of 0 is a certainty.
public struct Normal: Hashable, Sendable {
  /// The mean.
  public let mean: Double
  /// The standard deviation, 0 or more.
  public let standardDeviation: Double

  /// The law of mean 0 and standard deviation 1.
  public static let standard = Normal(mean: 0, standardDeviation: 1)

  /// Creates the law of a mean and a standard deviation.
  ///
  /// - Parameters:
  ///   - mean: any number.
  ///   - standardDeviation: 0 or more.
  public init(mean: Double, standardDeviation: Double) {
    self.mean = mean
    self.standardDeviation = standardDeviation < 0 ? .nan : standardDeviation
  }

  /// The density at a value.
  ///
  /// - Parameter x: the value.
  /// - Returns: the density per unit of `x`.
  public func density(_ x: Double) -> Double { exp(logDensity(x)) }

  /// The natural logarithm of the density at a value.
  ///
  /// - Parameter x: the value.
  /// - Returns: the logarithm, down to minus infinity.
  public func logDensity(_ x: Double) -> Double {
    guard standardDeviation != 0 else { return x == mean ? .infinity : -.infinity }
    let z = standardised(x)
    return -0.5 * (z * z + Normal.logTwoPi) - log(standardDeviation)
  }

  /// The probability of a value at or below a limit.
  ///
  /// - Parameter x: the limit.
  /// - Returns: a probability, precise relative to itself in the lower tail.
  public func cumulative(_ x: Double) -> Double {
    0.5 * erfc(-standardised(x) * (0.5).squareRoot())
  }

  /// The probability of a value above a limit.
  ///
  /// - Parameter x: the limit.
  /// - Returns: a probability, precise relative to itself in the upper tail.
  public func upperTail(_ x: Double) -> Double {
    0.5 * erfc(standardised(x) * (0.5).squareRoot())
  }

  /// The value that has a given probability at or below it.
  ///
  /// Source: Wichura (1988), algorithm AS 241 (PPND16), Applied Statistics 37:477-484; about 1 part
  /// in 10^16.
  ///
  /// - Parameter probability: 0 to 1; 0 and 1 give the infinities, other numbers none.
  /// - Returns: the quantile.
  public func quantile(_ probability: Double) -> Double {
    let z = Normal.standardQuantile(probability)
    return standardDeviation == 0 && !z.isNaN ? mean : mean + standardDeviation * z
  }

  /// The continuous ranked probability score of this law as a forecast: less is better.
  ///
  /// Source: Gneiting & Raftery (2007), J Am Stat Assoc 102:359-378, equation 21 with its sign
  /// turned.
  ///
  /// - Parameter observed: what came true.
  /// - Returns: the score in the units of the value, 0 or more.
  public func rankedProbabilityScore(of observed: Double) -> Double {
    guard standardDeviation != 0 else { return abs(observed - mean) }
    let z = standardised(observed)
    guard z.isFinite else { return abs(z) }
    let standard = Normal.standard
    let spread = z * (1 - 2 * standard.upperTail(z)) + 2 * standard.density(z)
    return standardDeviation * (spread - 1 / Double.pi.squareRoot())
  }

  /// The logarithm of twice pi.
  static let logTwoPi = log(2 * Double.pi)

  private func standardised(_ x: Double) -> Double {
    guard standardDeviation == 0 else { return (x - mean) / standardDeviation }
    return x >= mean ? .infinity : x < mean ? -.infinity : .nan
  }
}
