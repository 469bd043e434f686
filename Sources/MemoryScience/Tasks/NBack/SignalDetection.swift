private import Foundation
internal import Statistics

/// Sensitivity and criterion from hits and false alarms.
///
/// Half a trial is added to each count and one to each total (the log-linear correction, Hautus 1995,
/// Behav Res Methods Instrum Comput 27:46-51), so that perfect answers give a number. Standard errors
/// are those of Gourevitch & Galanter (1967), Psychometrika 32:25-33, at the corrected rates.
public struct SignalDetection: Hashable, Sendable {
  /// Sensitivity d' = z(hits) - z(false alarms), in standard deviations of noise.
  public let sensitivity: Double
  /// Standard error of ``sensitivity``.
  public let sensitivityError: Double
  /// -(z(hits) + z(false alarms)) / 2: above 0 for a person who seldom says yes.
  public let criterion: Double
  /// Standard error of ``criterion``.
  public let criterionError: Double

  /// Computes the indices.
  ///
  /// - Parameters:
  ///   - hits: targets that were answered.
  ///   - targets: targets, at least 1.
  ///   - falseAlarms: other stimuli that were answered.
  ///   - others: other stimuli, at least 1.
  /// - Throws: an error when a count is larger than its total or a total is 0.
  public init(
    hits: Int, of targets: Int, falseAlarms: Int, of others: Int
  ) throws(MemoryScienceError) {
    guard targets >= 1, others >= 1 else {
      throw .tooFew(observed: min(targets, others), needed: 1, what: "targets and other stimuli")
    }
    guard (0...targets).contains(hits), (0...others).contains(falseAlarms) else {
      throw .unusable(
        "\(hits) hits of \(targets) and \(falseAlarms) false alarms of \(others); count them again")
    }
    let first = SignalDetection.deviate(hits, targets)
    let second = SignalDetection.deviate(falseAlarms, others)
    sensitivity = first.z - second.z
    criterion = -(first.z + second.z) / 2
    sensitivityError = (first.variance + second.variance).squareRoot()
    criterionError = sensitivityError / 2
  }

  private static func deviate(_ count: Int, _ total: Int) -> (z: Double, variance: Double) {
    let rate = (Double(count) + 0.5) / (Double(total) + 1)
    let z = Normal.standard.quantile(rate)
    let density = Normal.standard.density(z)
    return (z, rate * (1 - rate) / (Double(total) * density * density))
  }
}
