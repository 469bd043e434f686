private import Foundation

/// The standard normal law held to an interval: its probability, mean and variance.
///
/// Tails are taken through Mills' ratio, so that an interval far from 0 loses no digits and its
/// logarithm stays finite where the probability itself would round to 0.
public struct TruncatedNormal: Hashable, Sendable {
  /// The natural logarithm of the probability of the interval.
  public let logProbability: Double
  /// The mean within the interval: (φ(a) - φ(b)) / Z.
  public let mean: Double
  /// One less the variance within the interval, above 0 and at most 1.
  public let varianceLoss: Double

  /// The variance within the interval.
  public var variance: Double { 1 - varianceLoss }

  /// Holds the law to an interval.
  ///
  /// - Parameters:
  ///   - lower: its lower end, minus infinity included.
  ///   - upper: its upper end above the lower, infinity included.
  public init(lower: Double, upper: Double) {
    if lower >= 0 {
      self.init(tailFrom: lower, to: upper, sign: 1)
    } else if upper <= 0 {
      self.init(tailFrom: -upper, to: -lower, sign: -1)
    } else {
      self.init(around: lower, upper)
    }
  }

  /// An interval that holds 0: a difference of error functions of opposite sign is precise.
  private init(around lower: Double, _ upper: Double) {
    let root = (0.5).squareRoot()
    let probability = 0.5 * (erf(upper * root) - erf(lower * root))
    let atLower = TruncatedNormal.density(lower) / probability
    let atUpper = TruncatedNormal.density(upper) / probability
    let mean = atLower - atUpper
    let edges =
      (upper.isFinite ? upper * atUpper : 0) - (lower.isFinite ? lower * atLower : 0)
    logProbability = log(probability)
    self.mean = mean
    varianceLoss = TruncatedNormal.held(edges + mean * mean)
  }

  /// An interval within the upper tail, or its mirror image.
  private init(tailFrom near: Double, to far: Double, sign: Double) {
    let decay = far.isFinite ? exp(-0.5 * (far - near) * (far + near)) : 0
    let ratio = Normal.millsRatio(near) - (decay > 0 ? decay * Normal.millsRatio(far) : 0)
    let atNear = 1 / ratio
    let atFar = decay / ratio
    let mean = atNear - atFar
    logProbability = log(ratio) - 0.5 * (near * near + Normal.logTwoPi)
    self.mean = sign * mean
    let edges = (decay > 0 ? far * atFar : 0) - near * atNear
    varianceLoss = TruncatedNormal.held(edges + mean * mean)
  }

  private static let densityAtZero = exp(-0.5 * Normal.logTwoPi)

  private static func density(_ x: Double) -> Double { densityAtZero * exp(-0.5 * x * x) }

  /// What rounding may push out of the range of a loss of variance.
  private static func held(_ loss: Double) -> Double { min(max(loss, 1e-300), 1) }
}
