private import Foundation

/// Student's t distribution.
public struct StudentT: Hashable, Sendable {
  /// Degrees of freedom, above 0; need not be whole.
  public let degreesOfFreedom: Double

  /// Creates the law of some degrees of freedom.
  ///
  /// - Parameter degreesOfFreedom: above 0 and finite; any other number gives results that are not a
  ///   number.
  public init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// The probability of a value at or below a limit.
  ///
  /// - Parameter x: the limit.
  /// - Returns: a probability, precise relative to itself in the lower tail.
  public func cumulative(_ x: Double) -> Double { x < 0 ? tail(-x) : 1 - tail(x) }

  /// The probability of a value above a limit.
  ///
  /// - Parameter x: the limit.
  /// - Returns: a probability, precise relative to itself in the upper tail.
  public func upperTail(_ x: Double) -> Double { cumulative(-x) }

  /// The value that has a given probability at or below it.
  ///
  /// - Parameter probability: 0 to 1; the ends give the infinities.
  /// - Returns: the quantile.
  public func quantile(_ probability: Double) -> Double {
    guard probability >= 0, probability <= 1, degreesOfFreedom > 0, degreesOfFreedom.isFinite
    else { return .nan }
    let outside = min(probability, 1 - probability)
    guard outside > 0 else { return probability < 0.5 ? -.infinity : .infinity }
    guard outside < 0.5 else { return 0 }
    let size = PositiveInverse.last { tail($0) >= outside }
    return probability < 0.5 ? -size : size
  }

  /// The probability above a limit of 0 or more.
  private func tail(_ x: Double) -> Double {
    guard x.isFinite else { return x.isNaN || !(degreesOfFreedom > 0) ? .nan : 0 }
    // The ratio x / sqrt(df) is squared instead of x, so that a far limit does not overflow.
    let ratio = x / degreesOfFreedom.squareRoot()
    let square = ratio * ratio
    let share = 1 / (1 + square)
    let rest = square.isFinite ? square * share : 1
    return 0.5 * IncompleteBeta.share(degreesOfFreedom / 2, 0.5, x: share, complement: rest)
  }
}
