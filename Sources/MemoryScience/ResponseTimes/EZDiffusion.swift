private import Foundation

/// The EZ diffusion model: drift, boundary and non-decision time in closed form from accuracy and
/// the mean and variance of response times.
///
/// It assumes a start midway between the boundaries and no contaminants; it cannot tell a bias
/// towards one answer from a drift, for which ``WienerFit`` is there. Source: Wagenmakers, van der
/// Maas & Grasman (2007), An EZ-diffusion model for response time and accuracy, Psychon Bull Rev
/// 14:3-22, equations 5 to 9.
public struct EZDiffusion: Hashable, Sendable {
  /// Drift rate, in evidence per second; above 0 towards the correct answer.
  public let drift: Double
  /// Distance of the two boundaries, in units of evidence.
  public let boundary: Double
  /// Time of perceiving and moving, in seconds.
  public let nonDecisionTime: Double
  /// Standard deviation of the evidence within one second, which fixes the unit of evidence.
  public let scaling: Double

  /// How many trials the smallest sample has from which the model is computed with an edge
  /// correction.
  public static let smallestSample = 10

  /// Computes the parameters from three statistics.
  ///
  /// At a share of one half the formulas read 0/0; their limit is used, drift 0 and boundary
  /// s (24 variance)^(1/4), and a series near it.
  ///
  /// - Parameters:
  ///   - proportionCorrect: share of correct answers, above 0 and below 1.
  ///   - variance: variance of the response times of correct answers, in seconds squared, above 0.
  ///   - mean: mean response time of correct answers, in seconds, above 0.
  ///   - scaling: s, above 0; 0.1 by custom, 1 to compare with ``WienerDistribution``.
  /// - Throws: ``MemoryScienceError/unusable(_:)`` when a statistic is outside its range.
  public init(
    proportionCorrect: Double, variance: Double, mean: Double, scaling: Double = 0.1
  ) throws(MemoryScienceError) {
    guard proportionCorrect > 0, proportionCorrect < 1 else {
      throw .unusable(
        "the share of correct answers is \(proportionCorrect); EZ diffusion needs one above 0 and "
          + "below 1: give the count of trials for an edge correction")
    }
    guard variance > 0, variance.isFinite, mean > 0, mean.isFinite else {
      throw .unusable(
        "mean \(mean) and variance \(variance) of response times; both must be finite and above 0")
    }
    guard scaling > 0, scaling.isFinite else {
      throw .option("the scaling is \(scaling); give a finite number above 0")
    }
    let centred = 2 * proportionCorrect - 1
    let logit = log(proportionCorrect / (1 - proportionCorrect))
    // x = L (L p² - L p + p - 1/2) is about (2/3) u⁴ for u = 2p - 1, so x^(1/4) has the sign-free
    // size |u| (2/3)^(1/4) and boundary = s² L / v stays finite.
    let ratio = EZDiffusion.curvature(centred: centred, logit: logit) / variance
    let slope = pow(ratio, 0.25)
    drift = scaling * centred * slope
    boundary = scaling * EZDiffusion.logitPerCentred(centred, logit) / slope
    let fall = -drift * boundary / (scaling * scaling)
    let meanDecision =
      abs(fall) < 1e-6
      ? boundary * boundary / (4 * scaling * scaling)
      : boundary / (2 * drift) * -expm1(fall) / (1 + exp(fall))
    nonDecisionTime = mean - meanDecision
    self.scaling = scaling
  }

  /// Computes the parameters with an edge correction for perfect and for wholly wrong answers.
  ///
  /// A share of 0 becomes 1/(2n) and a share of 1 becomes 1 - 1/(2n), as by Wagenmakers and
  /// colleagues (2007, section on edge corrections); between them nothing is corrected. A corrected
  /// fit says little more than that accuracy was high: see ``isEdgeCorrected(correct:of:)``.
  ///
  /// - Parameters:
  ///   - correct: how many trials were answered correctly.
  ///   - count: how many trials there are, at least ``smallestSample``.
  ///   - variance: variance of the response times of correct answers, in seconds squared, above 0.
  ///   - mean: mean response time of correct answers, in seconds, above 0.
  ///   - scaling: s, above 0.
  /// - Throws: an error when there are too few trials or a statistic is outside its range.
  public init(
    correct: Int, of count: Int, variance: Double, mean: Double, scaling: Double = 0.1
  ) throws(MemoryScienceError) {
    guard count >= EZDiffusion.smallestSample else {
      throw .tooFew(
        observed: max(count, 0), needed: EZDiffusion.smallestSample, what: "EZ diffusion")
    }
    guard (0...count).contains(correct) else {
      throw .unusable("\(correct) of \(count) trials correct; count them again")
    }
    let edge = 0.5 / Double(count)
    let share = min(max(Double(correct) / Double(count), edge), 1 - edge)
    try self.init(proportionCorrect: share, variance: variance, mean: mean, scaling: scaling)
  }

  /// Whether a share of correct answers needs the edge correction.
  ///
  /// - Parameters:
  ///   - correct: how many trials were answered correctly.
  ///   - count: how many trials there are.
  /// - Returns: true for none and for all.
  public static func isEdgeCorrected(correct: Int, of count: Int) -> Bool {
    correct <= 0 || correct >= count
  }

  /// L / u, which tends to 2.
  private static func logitPerCentred(_ centred: Double, _ logit: Double) -> Double {
    guard abs(centred) < 0.1 else { return logit / centred }
    let square = centred * centred
    var sum = 0.0
    for term in stride(from: 12, through: 0, by: -1) {
      sum = sum * square + 2 / Double(2 * term + 1)
    }
    return sum
  }

  /// L (L p² - L p + p - 1/2) / u⁴, which tends to 2/3.
  private static func curvature(centred: Double, logit: Double) -> Double {
    let square = centred * centred
    let first = logitPerCentred(centred, logit)
    guard abs(centred) < 0.1 else {
      return first * (0.5 - first * (1 - square) / 4) / square
    }
    // p - 1/2 - L (1 - u²)/4 is the sum of u^(2k+1) / ((2k-1)(2k+1)) from k = 1 on.
    var sum = 0.0
    for term in stride(from: 12, through: 1, by: -1) {
      sum = sum * square + 1 / Double((2 * term - 1) * (2 * term + 1))
    }
    return first * sum
  }
}
